package org.harmregistry.sources.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Keys of custody: what they make, how they are rotated, and what is no key. */
class CustodyKeysTest {

    private static final String OLD = "an old secret for tests alone of 32 characters";
    private static final String NEW = "a new secret for tests alone of 32 characters";
    private static final CustodyEntry ENTRY = new CustodyEntry(new UUID(1, 1), null, CustodyAct.INGESTED, "subject",
            Instant.EPOCH, null, null, Map.of());

    private static ChainEntry written(CustodyKeys keys) {
        return ChainEntry.behind(null, ENTRY, JsonNodeFactory.instance.objectNode(), keys);
    }

    @Test
    void anEntryOfTheOldKeyIsOursAsLongAsThatKeyIsThere() {
        ChainEntry entry = written(new CustodyKeys(List.of(OLD)));
        CustodyKeys rotated = new CustodyKeys(List.of(NEW, OLD));

        assertThat(entry.isOurs(rotated)).isTrue();
        assertThat(entry.isOurs(new CustodyKeys(List.of(NEW)))).isFalse();
        assertThat(written(rotated).keyId()).isNotEqualTo(entry.keyId());
    }

    @Test
    void anEntryIsAuthenticatedAsItsFormatSays() throws Exception {
        ChainEntry entry = written(new CustodyKeys(List.of(OLD)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(OLD.getBytes(), "HmacSHA256"));
        mac.update("custody-entry/1\0".getBytes());

        assertThat(new String(entry.canonical())).isEqualTo("{\"act\":\"ingested\",\"actor\":\"subject\","
                + "\"at\":\"1970-01-01T00:00:00.000000Z\",\"detail\":{},\"format\":\"custody-entry/1\",\"sequence\":1,"
                + "\"source\":\"00000000-0000-0001-0000-000000000001\"}");
        // printf '%s' '<the line above>' | sha256sum
        assertThat(HexFormat.of().formatHex(entry.hash()))
                .isEqualTo("2ab81eeeed87df03cbacbc1c14afcbf67e8d0f7996068fa7918f04a7a4826cdd");
        assertThat(entry.mac()).isEqualTo(mac.doFinal(entry.hash()));
    }

    @Test
    void aShortSecretIsNoKey() {
        assertThatThrownBy(() -> new CustodyKeys(List.of("too short"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("too short");
        assertThatThrownBy(() -> new SigningKeys(List.of("bm8ga2V5"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("bm8ga2V5").hasNoCause();
    }
}
