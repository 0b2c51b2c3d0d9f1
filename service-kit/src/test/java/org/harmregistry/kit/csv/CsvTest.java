package org.harmregistry.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.json.StrictJson;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class CsvTest {

    private static final ObjectMapper MAPPER = strict();
    private static final CsvColumns COLUMNS = new CsvColumns(List.of(CsvColumn.text("id", "#event+id"),
            CsvColumn.text("title", ""), CsvColumn.text("place.name", "#loc+name"),
            CsvColumn.number("place.point.lat", "#geo+lat"),
            CsvColumn.number("killed.min", "#affected+killed+min"), CsvColumn.bool("reported", ""),
            CsvColumn.json("names", "")));

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }

    private static String line(String json) {
        StringBuilder text = new StringBuilder();
        new CsvLines(COLUMNS).append(text, json);
        return text.toString();
    }

    private static CsvHeader header() {
        return new CsvHeader(COLUMNS, new JsonReading(MAPPER), COLUMNS.head().lines().findFirst().orElseThrow());
    }

    private static JsonNode readAgain(String line) throws IOException {
        return MAPPER.readTree(header().json(line.substring(0, line.length() - 2)));
    }

    @Test
    void theHeadHoldsPathsAndTags() {
        assertThat(COLUMNS.head()).isEqualTo("id,title,place.name,place.point.lat,killed.min,reported,names\r\n"
                + "#event+id,,#loc+name,#geo+lat,#affected+killed+min,,\r\n");
    }

    @Test
    void membersStandInTheirColumnsAndTheRestIsLeftOut() {
        assertThat(line(
                "{\"names\": [{\"language\": \"ar\", \"name\": \"الرقة\"}], \"other\": {\"title\": \"no\"}, \"id\": \"a\", "
                        + "\"killed\": {\"max\": 9, \"min\": 2}, \"place\": {\"point\": {\"lat\": -35.950, \"lon\": 1}, \"name\": \"Raqqa\"}, "
                        + "\"reported\": true, \"title\": null}"))
                .isEqualTo("a,,Raqqa,-35.950,2,true,\"[{\"\"language\"\": \"\"ar\"\", \"\"name\"\": \"\"الرقة\"\"}]\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "=1+1 | '=1+1", "+7 | '+7", "-7 | '-7", "@x | '@x", "'=x | ''=x", "''-x | '''-x", "'quoted' | 'quoted'",
            "it's =x | it's =x", "a,b | ^\"a,b\"^", "say \"no\" | ^\"say \"\"no\"\"\"^", "'' | ''", "=a,b | ^\"'=a,b\"^",
    })
    void aCellThatLooksLikeAFormulaGetsAnApostrophe(String text, String cell) throws IOException {
        String line = line(MAPPER.createObjectNode().put("title", text).toString());

        assertThat(line).isEqualTo("," + cell + ",,,,,\r\n");
        assertThat(readAgain(line).get("title").textValue()).isEqualTo(text);
    }

    @Test
    void tabsAndLineEndsAreKept() throws IOException {
        for (String text : List.of("\t=x", "\rx", "a\r\nb\n", "\n", " a ", "'\tx", "\u202eعكس")) {
            String line = line(MAPPER.createObjectNode().put("title", text).toString());
            assertThat(readAgain(line).get("title").textValue()).isEqualTo(text);
        }
    }

    /** Whatever a record holds comes back; the seed is in the name of what fails. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 20261124 })
    void randomRecordsComeBackAsTheyWere(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            ObjectNode record = MAPPER.createObjectNode();
            record.put("id", text(random)).put("title", text(random)).put("reported", random.nextBoolean());
            record.putObject("place").put("name", text(random)).putObject("point").put("lat", random.nextInt(180) - 90.5);
            record.putObject("killed").put("min", random.nextInt());
            ArrayNode names = record.putArray("names");
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                names.addObject().put("name", text(random));
            }

            assertThat(readAgain(line(record.toString()))).as("seed %d, record %d", seed, i).isEqualTo(record);
        }
    }

    private static String text(Random random) {
        String alphabet = "'=+-@\t\r\n\",;#|ab ل🕊";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void whatIsNotOfItsColumnsTypeIsHandedOnAsText() {
        assertThat(new String(header().json(",,,north,007,yes,"), StandardCharsets.UTF_8))
                .isEqualTo("{\"place\":{\"point\":{\"lat\":\"north\"}},\"killed\":{\"min\":\"007\"},\"reported\":\"yes\"}");
        assertThat(new String(header().json(",,,1e3, 7 ,TRUE,"), StandardCharsets.UTF_8))
                .isEqualTo("{\"place\":{\"point\":{\"lat\":1e3}},\"killed\":{\"min\":7},\"reported\":true}");
    }

    @Test
    void jsonInACellCannotBreakOutOfIt() {
        assertThatThrownBy(() -> header().json(",,,,,,\"[]}, \"\"status\"\": \"\"accepted\"\"\"")).isInstanceOf(Failure.class)
                .satisfies(failure -> assertThat(((Failure) failure).violations().get(0).pointer()).startsWith("/names"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a,b", "a,b,c,d,e,f,g,h", "\"open,,,,,,", "\"a\"b,,,,,,", "a\rb,,,,,," })
    void aLineThatIsNoRowIsRefused(String line) {
        assertThatThrownBy(() -> header().json(line)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "id,colour", "id,id", "", "id;title", "id,", "'id" })
    void aHeaderThatIsNotOfTheCollectionIsRefused(String line) {
        JsonReading reading = new JsonReading(MAPPER);
        assertThatThrownBy(() -> new CsvHeader(COLUMNS, reading, line)).isInstanceOf(Failure.class);
    }

    @Test
    void tagsAreToldFromRows() {
        assertThat(CsvHeader.isTags("#event+id,,#loc")).isTrue();
        assertThat(CsvHeader.isTags("#1,a")).isFalse();
        assertThat(CsvHeader.isTags(",,")).isFalse();
    }
}
