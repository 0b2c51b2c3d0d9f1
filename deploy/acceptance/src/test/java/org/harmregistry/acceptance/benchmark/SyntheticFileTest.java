package org.harmregistry.acceptance.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

class SyntheticFileTest {

    private static byte[] bytes(long number, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SyntheticFile(number, length).writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void aFileHasItsLengthAndItsOwnBytesInEveryMebibyte() throws IOException {
        byte[] one = bytes(1, 2 * SyntheticFile.MIB + 7);
        byte[] other = bytes(2, 2 * SyntheticFile.MIB + 7);

        assertThat(one).hasSize(2 * SyntheticFile.MIB + 7).isEqualTo(bytes(1, one.length));
        assertThat(other[7]).isNotEqualTo(one[7]);
        assertThat(other[SyntheticFile.MIB + 7]).isNotEqualTo(one[SyntheticFile.MIB + 7]);
    }

    @Test
    void theDigestIsThatOfTheBytes() throws IOException, NoSuchAlgorithmException {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes(5, 3_000_001));

        assertThat(new SyntheticFile(5, 3_000_001).digest()).isEqualTo("sha-256:" + HexFormat.of().formatHex(sha256));
    }

    @Test
    void readByteByByteItIsTheSame() throws IOException {
        byte[] bytes = bytes(9, 100);
        try (var open = new SyntheticFile(9, 100).open()) {
            for (byte expected : bytes) {
                assertThat(open.read()).isEqualTo(expected & 0xFF);
            }
            assertThat(open.read()).isNegative();
        }
    }
}
