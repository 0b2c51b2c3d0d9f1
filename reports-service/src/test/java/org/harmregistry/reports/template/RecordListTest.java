package org.harmregistry.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** Lists of records have one form, whatever order they were read in. */
class RecordListTest {

    @Test
    void isSortedAsTexts() {
        Random random = new Random(11);
        List<String> plain = new ArrayList<>();
        RecordList list = new RecordList();
        for (int i = 0; i < 3_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            long version = random.nextInt(4) == 0 ? random.nextInt(1_000_000) : 1;
            plain.add(id + ":" + version + "\n");
            list.add(id, version);
        }
        plain.sort(null);
        assertThat(new String(list.lines(), StandardCharsets.UTF_8)).isEqualTo(String.join("", plain));
        assertThat(list.size()).isEqualTo(3_000);
    }

    @Test
    void mayBeEmpty() {
        assertThat(new RecordList().lines()).isEmpty();
    }
}
