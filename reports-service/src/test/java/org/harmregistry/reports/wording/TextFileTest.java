package org.harmregistry.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language says all that English says, and a file with a fault is refused at the start with its place. */
class TextFileTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");

    private final Wording arabic = new Wordings().in("ar");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.toList().stream();
        }
    }

    /** Counted line by line, not by the program's own reading. */
    @ParameterizedTest
    @MethodSource("files")
    void everyLanguageHasTheSameKeysAndPlaces(Path file) throws IOException {
        assertThat(lines(file)).isEqualTo(lines(TEXTS.resolve("en.properties")));
    }

    private static Set<String> lines(Path file) throws IOException {
        Pattern place = Pattern.compile("\\{\\d}");
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(" =")) + " "
                        + place.matcher(line).results().map(found -> found.group())
                                .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aLanguageIsThereWhenItsFileIs() throws IOException {
        assertThat(Languages.available()).containsExactlyInAnyOrderElementsOf(
                files().map(file -> file.getFileName().toString().replace(".properties", "")).toList()).startsWith("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "direction = ltr~a = x~a = y | the key a stands there twice",
            "direction = ltr~a = | the key a has no text",
            "direction = ltr~a = {0 | the text of a has a brace",
            "direction = ltr~a = {x} | the text of a has a brace",
            "direction = ltr~a = \\u12 | it cannot be read",
            "direction = up~a = x | the key direction is ltr or rtl",
            "a = x | the key direction is ltr or rtl",
    })
    void refusesAFileWithAFault(String file, String said) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalStateException.class).hasMessageContaining("texts/xx: ")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "direction = rtl~a = x {0} | keys missing: [b]",
            "direction = rtl~a = x {0}~b = y~c = z | keys that texts/xx does not have: [c]",
            "direction = rtl~a = x~b = y | places other than in texts/xx: [a]",
            "direction = rtl~a = x {0} {1}~b = y | places other than in texts/xx: [a]",
    })
    void refusesATranslationThatSaysSomethingElse(String file, String said) {
        TextFile original = read("direction = ltr~a = one {0}~b = two");
        assertThatThrownBy(() -> read(file).requireSame(original)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    private static TextFile read(String lines) {
        return TextFile.read("texts/xx", new StringReader(lines.replace("~", "\n")));
    }

    @Test
    void saysNumbersAndDatesInArabicWithTheDigitsOfTheData() {
        assertThat(arabic.direction()).isEqualTo("rtl");
        assertThat(arabic.number(30000L)).isEqualTo("30,000");
        assertThat(arabic.numberIn("30,000")).isEqualTo(30000L);
        assertThat(arabic.numberIn("2,124 إلى 2,249")).isNull();
        assertThat(arabic.range(2124L, 2249L)).isEqualTo("من 2,124 إلى 2,249");
        assertThat(arabic.day(LocalDate.parse("2017-06-06"))).isEqualTo("6 حزيران/يونيو 2017");
        assertThat(arabic.period(LocalDate.parse("2018-06-01"), LocalDate.parse("2018-06-30"))).isEqualTo("حزيران/يونيو 2018");
        assertThat(arabic.instant(Instant.parse("2026-11-01T10:00:00Z")))
                .isEqualTo("1 تشرين الثاني/نوفمبر 2026، 10:00:00 بالتوقيت العالمي المنسق");
    }

    @Test
    void keepsNamesOfTheOtherDirectionApart() {
        assertThat(arabic.text("promise.state", "Raqqa (SY)")).isEqualTo("الحالة: \u2068Raqqa (SY)\u2069.");
        assertThat(arabic.text("promise.state", "الرقة")).isEqualTo("الحالة: الرقة.");
        assertThat(new Wordings().in("en").text("promise.state", "الرقة")).isEqualTo("State: \u2068الرقة\u2069.");
        for (String open : List.of("\u202E", "\u2067", "\u2069\u202B")) {
            assertThat(arabic.text("promise.state", "a" + open + "b")).isEqualTo("الحالة: \u2068ab\u2069.");
        }
    }
}
