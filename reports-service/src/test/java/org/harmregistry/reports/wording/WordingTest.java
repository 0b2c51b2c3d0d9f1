package org.harmregistry.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Numbers, ranges and periods as they are said, and a text for every key that is asked for. */
class WordingTest {

    private final Wording english = new Wordings().in("en");

    @Test
    void saysNumbersAndRanges() {
        assertThat(english.number(30000L)).isEqualTo("30,000");
        assertThat(english.number(null)).isEmpty();
        assertThat(english.range(2124L, 2249L)).isEqualTo("2,124 to 2,249");
        assertThat(english.range(7L, 7L)).isEqualTo("7");
        assertThat(english.range(1420L, null)).isEqualTo("at least 1,420");
        assertThat(english.range(null, 9L)).isEqualTo("up to 9");
        assertThat(english.range(null, null)).isEqualTo("unknown");
    }

    @Test
    void saysPeriodsAsShortAsTheyCanBeSaid() {
        assertThat(english.period(day("2017-06-06"), day("2017-10-17"))).isEqualTo("6 June – 17 October 2017");
        assertThat(english.period(day("2018-06-01"), day("2018-06-30"))).isEqualTo("June 2018");
        assertThat(english.period(day("2016-12-30"), day("2017-01-02"))).isEqualTo("30 December 2016 – 2 January 2017");
        assertThat(english.period(day("2017-06-06"), day("2017-06-06"))).isEqualTo("6 June 2017");
    }

    @Test
    void takesArgumentsAsTheyAre() {
        assertThat(english.text("words", "$1 \\ {0}")).isEqualTo("“$1 \\ {0}”");
        assertThatThrownBy(() -> english.text("no.such.key")).hasMessageContaining("no.such.key");
    }

    /** Keys that stand whole in the code or in a template have a text. */
    @Test
    void hasATextForEveryKeyThatIsAskedFor() throws IOException {
        Pattern asked = Pattern.compile("(?:\\.text\\(|frame\\.t\\()[\"']([a-z0-9_-]+\\.[a-z0-9_.-]*[a-z0-9_-])[\"'][,)]");
        Set<String> missing = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/resources/templates"))) {
            try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    Matcher found = asked.matcher(Files.readString(file));
                    while (found.find()) {
                        if (!has(found.group(1))) {
                            missing.add(found.group(1));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private boolean has(String key) {
        try {
            english.text(key, "", "", "", "", "", "");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
