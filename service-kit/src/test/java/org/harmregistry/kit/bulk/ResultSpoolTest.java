package org.harmregistry.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ResultSpoolTest {

    private static String sent(ResultSpool spool) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spool.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void givesBackFewLinesFromMemory() throws IOException {
        try (ResultSpool spool = new ResultSpool()) {
            spool.add("one".getBytes(StandardCharsets.UTF_8));
            spool.add("two".getBytes(StandardCharsets.UTF_8));

            assertThat(spool.isInFile()).isFalse();
            assertThat(sent(spool)).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void givesBackManyLinesInOrderFromAFile() throws IOException {
        StringBuilder expected = new StringBuilder();
        try (ResultSpool spool = new ResultSpool()) {
            for (int i = 0; i < 300_000; i++) {
                spool.add(("line " + i).getBytes(StandardCharsets.UTF_8));
                expected.append("line ").append(i).append('\n');
            }

            assertThat(spool.isInFile()).isTrue();
            assertThat(sent(spool)).isEqualTo(expected.toString());
        }
    }
}
