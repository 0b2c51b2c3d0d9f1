package org.harmregistry.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class BulkLinesTest {

    private static List<BulkLine> lines(byte[] body) throws IOException {
        BulkLines lines = new BulkLines(new ByteArrayInputStream(body));
        List<BulkLine> all = new ArrayList<>();
        for (BulkLine line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static List<String> texts(String body) throws IOException {
        return lines(body.getBytes(StandardCharsets.UTF_8)).stream()
                .map(line -> line.number() + ":" + new String(line.content(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void countsBlankLinesButDoesNotGiveThem() throws IOException {
        assertThat(texts("a\n\n \t\r\nb\n")).containsExactly("1:a", "4:b");
    }

    @Test
    void takesALastLineWithoutAnEnd() throws IOException {
        assertThat(texts("a\nb")).containsExactly("1:a", "2:b");
    }

    @Test
    void givesNothingForAnEmptyBody() throws IOException {
        assertThat(texts("")).isEmpty();
    }

    @Test
    void takesARowOf64KibAndRefusesOneByteMore() throws IOException {
        String longest = "x".repeat(65_536);
        List<BulkLine> lines = lines((longest + "\n" + longest + "y\nz\n").getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(BulkLine::number).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(0).content()).hasSize(65_536);
        assertThat(lines.get(1).flaw().code().code()).isEqualTo("body_too_large");
        assertThat(lines.get(2).flaw()).isNull();
    }

    @Test
    void refusesALineThatIsNotUtf8AndGoesOn() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[] { 'a', (byte) 0xc3, '(', '\n' });
        body.write("الرقة\n".getBytes(StandardCharsets.UTF_8));

        List<BulkLine> lines = lines(body.toByteArray());

        assertThat(lines.get(0).flaw().code().code()).isEqualTo("invalid_text");
        assertThat(new String(lines.get(1).content(), StandardCharsets.UTF_8)).isEqualTo("الرقة");
    }
}
