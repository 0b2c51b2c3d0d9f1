package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal V6: other spellings, other numbers, other schemes and ports: such a webhook is not even stored. */
@ServiceTest
class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.2:P/", "https://127.0.0.2:P#@press.example/", "https://localhost:P/",
            "https://127.2:P/", "https://2130706434:P/", "https://0x7f000002:P/", "https://0x7f.0.0.2:P/",
            "https://017700000002:P/", "https://0177.0.0.2:P/", "https://127.000.000.002:P/", "https://127.0.0.2.:P/",
            "https://0:P/", "https://0.0.0.0:P/", "https://[::1]:P/", "https://[::]:P/", "https://[::ffff:127.0.0.2]:P/",
            "https://[::ffff:7f00:2]:P/", "https://[::127.0.0.2]:P/", "https://[64:ff9b::7f00:2]:P/",
            "https://[2002:7f00:2::1]:P/", "https://[fe80::1%25lo]:P/", "https://[fc00::1]:P/", "https://10.0.0.1/",
            "https://172.16.0.1/", "https://192.168.0.1/", "https://169.254.169.254/latest/meta-data/",
            "https://100.64.0.1/", "https://198.18.0.1/", "https://224.0.0.1/", "https://255.255.255.255/",
            "https://user:word@127.0.0.2:P/", "https://press.example@127.0.0.2:P/", "https://127.0.0.2:P\\\\@press.example/",
            "https:\\\\\\\\127.0.0.2:P\\\\", "https:///127.0.0.2:P/", "//127.0.0.2:P/", "https://127。0。0。2:P/",
            "https://press.example:22/", "https://press.example:6379/", "https://press.example:99999/", "ftp://127.0.0.2:P/",
            "file:///etc/passwd", "javascript:1", "data:text/plain,x", "https://press.example\\r\\nHost: 127.0.0.2:P/",
            " https://press.example/", "https://", "http://press.example/", "http://127.0.0.2:P/", "x" })
    void isRefused(String hostile) {
        int before = Receivers.trapped();
        String url = hostile.replace("P/", Receivers.trapPort() + "/").replace(":P", ":" + Receivers.trapPort());
        var answer = TellingScene.post(TellingScene.OWNER, "/api/v1/subscriptions",
                "{\"channel\": \"webhook\", \"url\": \"" + url + "\"}").extract();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat((String) answer.path("code")).isIn("address_not_allowed", "webhook_not_secure");
        assertThat((String) answer.path("violations[0].pointer")).isEqualTo("/url");
        assertThat(Receivers.trapped()).isEqualTo(before);
    }

    @Test
    void aPublicAddressIsTaken() {
        TellingScene.post(TellingScene.OWNER, "/api/v1/subscriptions", "{\"channel\": \"webhook\","
                + " \"url\": \"https://hooks.example.org/a/b?c=d\", \"reports\": [\"a-report-that-never-comes\"]}")
                .statusCode(201);
    }
}
