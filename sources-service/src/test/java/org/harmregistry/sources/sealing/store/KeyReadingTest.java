package org.harmregistry.sources.sealing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.harmregistry.sources.sealing.domain.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;

/** What the lines of a key file become. */
class KeyReadingTest {

    /** Base64 of the bytes 0 to 31. */
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "place".getBytes(StandardCharsets.UTF_8);

    private static Properties lines(String... lines) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(String.join("\n", lines)));
        return properties;
    }

    @Test
    void namesAreIndexedByPlainHmacSha256() throws Exception {
        KeyRing.Keys keys = KeyReading.keys(
                lines("wrapping.primary=a", "wrapping.a=" + KEY, "index.primary=b", "index.b=" + KEY),
                List.of());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                "HmacSHA256"));

        assertThat(keys.index().get(keys.indexPrimary()).compute(TEXT, 32)).isEqualTo(mac.doFinal(TEXT));
    }

    @Test
    void aWrappingKeyMayLiveInAKeyService() throws Exception {
        Service service = new Service();
        KeyRing.Keys keys = KeyReading.keys(lines("wrapping.primary=remote", "wrapping.remote=test-kms://vault/key-1",
                "wrapping.local=" + KEY, "index.primary=b", "index.b=" + KEY), List.of(service));
        Aead remote = keys.wrapping().get("remote");

        assertThat(remote.decrypt(remote.encrypt(TEXT, PLACE), PLACE)).isEqualTo(TEXT);
        assertThat(service.asked).containsExactly("test-kms://vault/key-1");
        assertThatThrownBy(() -> keys.wrapping().get("local").decrypt(remote.encrypt(TEXT, PLACE), PLACE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "wrapping.a=" + KEY, "wrapping.primary=b\nwrapping.a=" + KEY,
            "wrapping.primary=a\nwrapping.a=c2hvcnQ=", "wrapping.primary=a\nwrapping.a=%%%",
            "wrapping.primary=a\nwrapping.a=other-kms://x" })
    void aFileThatIsNotWholeGivesNoKeysAndTellsNone(String wrapping) {
        assertThatThrownBy(() -> KeyReading.keys(lines(wrapping, "index.primary=b", "index.b=" + KEY), List.of()))
                .isInstanceOf(GeneralSecurityException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(KEY, "c2hvcnQ", "%%%", "other-kms"));
    }

    /** A key service in memory. */
    private static final class Service implements KmsClient {

        private final List<String> asked = new ArrayList<>();

        @Override
        public boolean doesSupport(String keyUri) {
            return keyUri.startsWith("test-kms://");
        }

        @Override
        public KmsClient withCredentials(String credentialPath) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public Aead getAead(String keyUri) throws GeneralSecurityException {
            asked.add(keyUri);
            try {
                String other = KEY.replace("AAEC", "BBEC");
                return KeyReading.keys(lines("wrapping.primary=a", "wrapping.a=" + other, "index.primary=b", "index.b=" + KEY),
                        List.of()).wrapping().get("a");
            } catch (IOException e) {
                throw new GeneralSecurityException(e);
            }
        }
    }
}
