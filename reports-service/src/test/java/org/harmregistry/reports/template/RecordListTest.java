package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.archive.LongContent;
import org.junit.jupiter.api.Test;

/** Lists of records have one form, whatever order they were read in. */
class RecordListTest {

    @Test
    void isSortedAsTexts() {
        Random random = new Random(11);
        List<String> plain = new ArrayList<>();
        RecordList list = new RecordList();
        for (int i = 0; i < 9_000; i++) {
            // Some by chance alone, others as a server makes them, by time: all of these begin alike.
            UUID id = i % 2 == 0 ? new UUID(random.nextLong(), random.nextLong())
                    : new UUID(0x01a224c8_0000_7000L + random.nextInt(1_000_000), random.nextLong());
            long version = random.nextInt(4) == 0 ? random.nextInt(1_000_000) : 1;
            plain.add(id + ":" + version + "\n");
            list.add(id, version);
        }
        plain.sort(null);
        byte[] expected = String.join("", plain).getBytes(StandardCharsets.UTF_8);
        LongContent content = list.content();
        assertThat(written(content)).isEqualTo(expected);
        assertThat(written(content)).as("once more").isEqualTo(expected);
        assertThat(content.length()).isEqualTo(expected.length);
        assertThat(content.digest()).isEqualTo(CanonicalJson.digest(expected));
        assertThat(list.size()).isEqualTo(9_000);
    }

    private static byte[] written(LongContent content) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        content.pieces().forEach(written::writeBytes);
        return written.toByteArray();
    }

    @Test
    void mayBeEmpty() {
        assertThat(new RecordList().content().length()).isZero();
        assertThat(new RecordList().content().digest())
                .isEqualTo("sha-256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
