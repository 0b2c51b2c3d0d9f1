package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;

/**
 * The strikes that the Coalition declared stand in the registry as denominators of their own months, and add up to the file.
 */
class DeclaredStrikesIT {

    private static final Path FILE = Path.of("../local/src/main/data/centcom-oir-strikes/all_edited_refined.csv.gz");
    @RegisterExtension
    static final LoadedSuite loaded = LoadedSuite.shared();

    private static List<Map<String, Object>> denominators(String query) {
        List<Map<String, Object>> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = given().get("/api/v1/parties/coalition/denominators?limit=200&kind=strikes" + query + after).then()
                    .statusCode(200).extract().jsonPath();
            page.<Map<String, Object>> getList("items").stream().filter(item -> "declared strike".equals(item.get("type")))
                    .forEach(all::add);
            after = page.getString("page.next") == null ? null : "&after=" + page.getString("page.next");
        }
        return all;
    }

    private static int strikes(List<Map<String, Object>> denominators) {
        return denominators.stream().map(item -> (Map<?, ?>) item.get("count")).mapToInt(count -> (Integer) count.get("min"))
                .sum();
    }

    private static int inFile(String country) throws IOException {
        try (InputStream raw = new GZIPInputStream(Files.newInputStream(FILE));
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(raw, StandardCharsets.UTF_8);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.filter(row -> row.getField("country").contains(country))
                    .mapToInt(row -> Integer.parseInt(row.getField("number"))).sum();
        }
    }

    @Test
    void theSumsAreTheFiles() throws IOException {
        assertThat(strikes(denominators(""))).isEqualTo(12_241).isEqualTo(inFile(""));
        assertThat(strikes(denominators("&country=SY"))).isEqualTo(4_282).isEqualTo(inFile("Syria"));
        assertThat(strikes(denominators("&country=IQ"))).isEqualTo(7_959).isEqualTo(inFile("Iraq"));
    }

    @Test
    void noneReachesBeyondItsMonthOrTheFilesEnd() {
        assertThat(denominators("")).hasSize(630).allSatisfy(item -> {
            Map<?, ?> period = (Map<?, ?>) item.get("period");
            String from = period.get("from").toString();
            String to = period.get("to").toString();
            assertThat(from.substring(0, 7)).isEqualTo(to.substring(0, 7));
            assertThat(from).isGreaterThanOrEqualTo("2014-12-19");
            assertThat(to).isLessThanOrEqualTo("2016-10-17");
        });
    }

    @Test
    void theReportOn2017CountsNoneOfThem() {
        assertThat(
                given().get("/reports/acknowledgement-gap-raqqa-2017/2017-06-06--2017-10-17").then().statusCode(200).extract()
                        .asString())
                .doesNotContain("declared strike");
    }
}
