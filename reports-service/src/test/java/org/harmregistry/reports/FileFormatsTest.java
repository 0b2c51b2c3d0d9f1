package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.restassured.path.json.JsonPath;

/** Each format is what its readers take it for, whatever the texts begin with, and also without a single place. */
@ServiceTest
class FileFormatsTest {

    private static final String HOSTILE = "=HYPERLINK(\\\"x\\\") <b>&amp; \\u202Eevil\\u202C, \\\"quoted\\\"";
    /** Its override would turn the rest of the line; it is taken out, and the title kept apart from the period behind it. */
    private static final String HOSTILE_READ = "\u2068=HYPERLINK(\"x\") <b>&amp; evil, \"quoted\"\u2069";

    @BeforeEach
    void neighbours() {
        ReportsScene.neighbours("world=raqqa");
    }

    @Test
    void writesTheFiguresAsCsvWithTags() {
        JsonPath edition = publish(ReportsScene.raqqa(HOSTILE));
        List<CsvRecord> rows = csv(file(edition, "csv"));
        List<String> names = rows.get(0).getFields();
        assertThat(names).startsWith("key", "label", "value", "min", "minExclusive", "max", "words");
        assertThat(rows.get(1).getFields()).allMatch(tag -> tag.matches("#[a-z]+(\\+[a-z_]+)*"))
                .contains("#indicator+value+num", "#meta+figure+id", "#date+start", "#indicator+name+i_en");
        assertThat(rows).hasSize(2 + edition.getList("figures").size());
        Map<String, String> killed = row(rows, "records.killed");
        assertThat(killed).containsEntry("min", "2124").containsEntry("max", "2249").containsEntry("value", "")
                .containsEntry("asOf", edition.getString("figures.find { it.key == 'records.killed' }.asOf"));
        assertThat(row(rows, "said.2018-07-17.documented")).containsEntry("words", "hundreds");
        assertThat(row(rows, "records.deaths.ucdp-ged")).containsEntry("asPublished.best", "4857");
        rows.forEach(row -> row.getFields().forEach(cell -> assertThat(cell).doesNotStartWith("=").doesNotStartWith("@")));
    }

    @Test
    void writesThePlacesAsGeoJson() {
        JsonPath edition = publish(ReportsScene.raqqa(HOSTILE));
        JsonPath map = JsonPath.from(new String(file(edition, "geojson"), StandardCharsets.UTF_8));
        assertThat(map.getString("type")).isEqualTo("FeatureCollection");
        assertThat(map.getString("title")).startsWith(HOSTILE_READ);
        assertThat(map.getList("features")).hasSize(3);
        assertThat(map.getList("features.find { it.properties.name == 'At-Tabqah' }.geometry.coordinates", Float.class))
                .containsExactly(38.5481f, 35.8367f);
        // Of 421 incidents every fifth is in a region without a point: those with a number of 3, 8, … and so on.
        assertThat(map.getList("features.properties.incidents", Integer.class).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(421 - 84);
        JsonPath without = JsonPath.from(new String(file(publish(ReportsScene.casualties("coalition", "2018-06")), "geojson"),
                StandardCharsets.UTF_8));
        assertThat(without.getString("type")).isEqualTo("FeatureCollection");
        assertThat(without.getList("features")).isEmpty();
    }

    @Test
    void writesASpreadsheetOfNumbersAndTexts() throws Exception {
        JsonPath edition = publish(ReportsScene.raqqa(HOSTILE).replace("[\"en\"]", "[\"en\", \"ar\"]"));
        byte[] bytes = file(edition, "xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).startsWith("About", "Figures", "Table 1").endsWith("Places");
            Cell title = sheets.get(0).read().get(0).getCell(1);
            assertThat(title.getType()).isEqualTo(CellType.STRING);
            assertThat(title.asString()).startsWith(HOSTILE_READ);
            Row killed = sheets.get(1).read().stream().filter(row -> "records.killed".equals(row.getCellText(18))).findFirst()
                    .orElseThrow();
            assertThat(killed.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(killed.getCell(2).asNumber().intValue()).isEqualTo(2124);
            assertThat(killed.getCell(4).asNumber().intValue()).isEqualTo(2249);
        }
        parts(bytes).forEach((name, content) -> assertThat(content).as(name).doesNotContain("<f>"));
        Map<String, String> arabic = parts(file(edition, "xlsx?language=ar"));
        assertThat(arabic.get("xl/worksheets/sheet2.xml")).contains("rightToLeft=\"true\"");
        assertThat(parts(bytes).get("xl/worksheets/sheet2.xml")).doesNotContain("rightToLeft=\"true\"");
        assertThat(arabic.get("docProps/core.xml")).contains(edition.getString("publishedAt").substring(0, 19));
    }

    @Test
    void writesAnEditionWithoutAnyIncident() {
        JsonPath edition = publish(ReportsScene.casualties("coalition", "2018-05"));
        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(edition.getList("figures")).isEmpty();
        assertThat(csv(file(edition, "csv"))).hasSize(2);
        Stream.of("html", "json", "xlsx", "geojson", "pdf").forEach(format -> assertThat(file(edition, format)).isNotEmpty());
    }

    private static Map<String, String> parts(byte[] zip) throws Exception {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                parts.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<CsvRecord> csv(byte[] bytes) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.stream().toList());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> row(List<CsvRecord> rows, String key) {
        CsvRecord found = rows.stream().filter(row -> row.getField(0).equals(key)).findFirst().orElseThrow();
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < found.getFieldCount(); i++) {
            cells.put(rows.get(0).getField(i), found.getField(i));
        }
        return cells;
    }

    private static byte[] file(JsonPath edition, String format) {
        return given().get("/api/v1/editions/" + edition.getString("id") + "/files/" + format).then().statusCode(200).extract()
                .asByteArray();
    }

    private static JsonPath publish(String body) {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, body);
        ReportsScene.makeDue();
        return ReportsScene.edition(slug);
    }
}
