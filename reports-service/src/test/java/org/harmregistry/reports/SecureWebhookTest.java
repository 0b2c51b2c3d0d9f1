package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** Webhooks over TLS: what is sent goes to whoever can show a certificate for the name, and to nobody else. */
@ServiceTest
class SecureWebhookTest {

    private final String slug = ReportsScene.slug();
    private final String path = "/secure/" + UUID.randomUUID();

    private String told(String url) {
        String subscription = TellingScene.webhook(slug, url);
        TellingScene.post(TellingScene.OWNER, subscription + "/test", "").statusCode(201);
        TellingScene.tell();
        return subscription;
    }

    @AfterEach
    void leaveNothing() {
        ReportsScene.sql("update subscription set paused = true where reports = '" + slug + "'");
    }

    @Test
    void aCertificateForTheNameIsTrusted() throws Exception {
        Receivers.name(SecureReceivers.NAME, SecureReceivers.SOUND);
        String subscription = told("https://" + SecureReceivers.NAME + path + "?a=b");
        assertThat(TellingScene.deliveries(subscription).getString("items[0].status")).isEqualTo("delivered");
        assertThat(Receivers.at(path)).hasSize(1);
        assertThat(Receivers.at(path).get(0).headers().get("host")).isEqualTo(SecureReceivers.NAME);
        TellingScene.verify(Receivers.at(path).get(0), TellingScene.secrets(subscription).get(0));
    }

    @Test
    void aCertificateForAnAddressIsTrusted() {
        String subscription = told("https://127.0.0.1:" + SecureReceivers.port(SecureReceivers.SOUND) + path);
        assertThat(TellingScene.deliveries(subscription).getString("items[0].status")).isEqualTo("delivered");
    }

    @Test
    void noneOtherIs() {
        for (String address : List.of(SecureReceivers.OF_ANOTHER_NAME, SecureReceivers.OF_ANOTHER_AUTHORITY)) {
            Receivers.name(SecureReceivers.NAME, address);
            String own = path + "/" + address;
            String subscription = told("https://" + SecureReceivers.NAME + own);
            JsonPath log = TellingScene.deliveries(subscription);
            assertThat(log.getString("items[0].status")).isEqualTo("waiting");
            assertThat(log.getList("items[0].attempts.outcome")).as(address).isEqualTo(List.of("certificate_refused"));
            assertThat(log.getString("items[0].attempts[0].httpStatus")).isNull();
            assertThat(Receivers.at(own)).isEmpty();

            Receivers.name(SecureReceivers.NAME, SecureReceivers.SOUND);
            TellingScene.hurry(subscription);
            TellingScene.tell();
            assertThat(TellingScene.deliveries(subscription).getList("items[0].attempts.outcome"))
                    .isEqualTo(List.of("certificate_refused", "delivered"));
            assertThat(Receivers.at(own).get(0).headers().get("webhook-id")).isEqualTo(log.getString("items[0].id"));
        }
    }

    @Test
    void aReceiverWithoutTlsGetsNothing() {
        String subscription = told("https://127.0.0.1:" + Receivers.url("").replaceAll(".*:", "") + path);
        // The receiver waits for a request that never comes; another one hangs up.
        assertThat(TellingScene.deliveries(subscription).getString("items[0].attempts[0].outcome")).isIn("timed_out",
                "unreachable");
        assertThat(Receivers.at(path)).isEmpty();
    }
}
