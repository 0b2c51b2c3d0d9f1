package org.harmregistry.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class CsvRowsTest {

    private static final CsvColumns COLUMNS = new CsvColumns(List.of(CsvColumn.text("id", "#event+id"),
            CsvColumn.text("title", "")));

    private static List<String> rows(byte[] body) throws IOException {
        return rows(new ByteArrayInputStream(body));
    }

    private static List<String> rows(InputStream body) throws IOException {
        CsvRows rows = new CsvRows(body, COLUMNS, new JsonReading(new ObjectMapper()));
        List<String> all = new ArrayList<>();
        for (BulkLine row = rows.next(); row != null; row = rows.next()) {
            all.add(row.number() + ":" + (row.flaw() == null ? new String(row.content(), StandardCharsets.UTF_8)
                    : row.flaw().code().code()));
        }
        return all;
    }

    private static List<String> rows(String body) throws IOException {
        return rows(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rowsAreNumberedByTheLineOnWhichTheyBegin() throws IOException {
        assertThat(rows("\ufeffid,title\r\n#event+id,\r\na,\"two\nlines\"\r\n\r\nb,one\nc,")).containsExactly(
                "3:{\"id\":\"a\",\"title\":\"two\\nlines\"}", "6:{\"id\":\"b\",\"title\":\"one\"}", "7:{\"id\":\"c\"}");
    }

    @Test
    void theTagsMayBeLeftOutAndColumnsStandInAnyOrder() throws IOException {
        assertThat(rows("title\nx\n#y,\n")).containsExactly("2:{\"title\":\"x\"}", "3:malformed_request");
        assertThat(rows("title,id\nx,1\n")).containsExactly("2:{\"id\":\"1\",\"title\":\"x\"}".replace(
                "\"id\":\"1\",\"title\":\"x\"", "\"title\":\"x\",\"id\":\"1\""));
    }

    @Test
    void aBadRowDoesNotStopTheGoodOnes() throws IOException {
        String tooLong = "\"" + "x\n".repeat(40_000) + "\"";
        byte[] notUtf8 = ("id,title\na," + tooLong + "\nb,1,2\nc,?\nd,ok\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < notUtf8.length; i++) {
            notUtf8[i] = notUtf8[i] == '?' ? (byte) 0xC3 : notUtf8[i];
        }

        assertThat(rows(notUtf8)).containsExactly("2:body_too_large", "40003:malformed_request", "40004:invalid_text",
                "40005:{\"id\":\"d\",\"title\":\"ok\"}");
    }

    @Test
    void aBodyThatComesByteByByteReadsTheSame() throws IOException {
        byte[] body = "id,title\na,\"b\"\"\nc\"\nd,e\n".getBytes(StandardCharsets.UTF_8);
        InputStream dripping = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };

        assertThat(rows(dripping)).isEqualTo(rows(body)).containsExactly("2:{\"id\":\"a\",\"title\":\"b\\\"\\nc\"}",
                "4:{\"id\":\"d\",\"title\":\"e\"}");
    }

    @Test
    void withoutAHeaderThereAreNoRows() {
        assertThatThrownBy(() -> rows("")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> rows("{\"id\": 1}\n")).isInstanceOf(Failure.class);
    }

    @Test
    void csvIsTakenInUtf8Only() {
        assertThat(BulkFormat.of("text/csv; charset=UTF-8; header=present")).isEqualTo(BulkFormat.CSV);
        assertThat(BulkFormat.of("application/x-ndjson")).isEqualTo(BulkFormat.NDJSON);
        assertThatThrownBy(() -> BulkFormat.of("text/csv; charset=windows-1256")).isInstanceOf(Failure.class);
    }
}
