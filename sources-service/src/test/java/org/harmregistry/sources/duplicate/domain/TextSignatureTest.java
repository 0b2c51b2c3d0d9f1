package org.harmregistry.sources.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well texts are told alike, on bulletins made of the headlines that a monitor of Syria printed in 2016 and 2017. What is
 * alike is known from outside: a bulletin and the same one edited in a known way.
 */
class TextSignatureTest {

    private static final Path EVENTS = Path.of("../deploy/local/src/main/data/ucdp-ged-syria/events_2016_2017.csv.gz");
    private static final int SENTENCES = 6;
    private static final double NAMED = DuplicateReason.SIMILAR_TEXT.least();

    private static List<String> headlines;

    @BeforeAll
    static void read() throws IOException {
        Set<String> distinct = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(EVENTS)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The headline is what stands between the source's date and its name; no comma, no quotes: the plain ones do.
                String[] cells = line.split(",[0-9]{4}-[0-9]{2}-[0-9]{2},", 3);
                String headline = cells.length < 3 ? "" : cells[2].split(",", 2)[0].strip();
                if (headline.length() >= 40 && headline.indexOf('"') < 0 && headline.indexOf(';') < 0) {
                    distinct.add(headline);
                }
            }
        }
        headlines = new ArrayList<>(distinct);
        assertThat(headlines).hasSizeGreaterThan(1_200);
        Collections.shuffle(headlines, new Random(2017));
    }

    private static List<String> bulletin(int number) {
        return headlines.subList(number * SENTENCES, (number + 1) * SENTENCES);
    }

    private static String text(List<String> sentences) {
        return String.join(". ", sentences) + ".";
    }

    private static double likeness(String one, String other) {
        return TextSignature.of(one).likeness(TextSignature.of(other));
    }

    private static boolean meet(String one, String other) {
        Set<Long> bands = new HashSet<>(LongStream.of(TextSignature.of(one).bands()).boxed().toList());
        return Arrays.stream(TextSignature.of(other).bands()).anyMatch(bands::contains);
    }

    /** What the signature estimates, computed plainly: runs in common among all runs. */
    private static double plainly(String one, String other) {
        Set<String> first = runs(PlainWording.of(one));
        Set<String> second = runs(PlainWording.of(other));
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        return (double) common.size() / all.size();
    }

    private static Set<String> runs(String plain) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 5 <= plain.length(); i++) {
            runs.add(plain.substring(i, i + 5));
        }
        return runs;
    }

    @Test
    void theEstimateIsNearThePlainCount() {
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            List<String> sentences = bulletin(i);
            List<String> mixed = new ArrayList<>(sentences.subList(0, i % SENTENCES + 1));
            mixed.addAll(bulletin(i + 1).subList(i % SENTENCES + 1, SENTENCES));
            double error = Math.abs(likeness(text(sentences), text(mixed)) - plainly(text(sentences), text(mixed)));
            assertThat(error).isLessThan(0.2);
            sum += error;
        }
        assertThat(sum / 200).isLessThan(0.06);
    }

    /** An editor's work on a copy. */
    private enum Edit {
        SET_OTHERWISE((sentences, random) -> text(sentences).toUpperCase().replace(". ", " — ").replace("'", "’")),
        CREDITED((sentences, random) -> "DAMASCUS (Agency A) - " + text(sentences) + " Reporting by a correspondent."),
        NUMBERS_CHANGED((sentences, random) -> text(sentences).replaceAll("[0-9]+", "7")),
        WORDS_DROPPED((sentences, random) -> String.join(" ", Arrays.stream(text(sentences).split(" "))
                .filter(word -> random.nextInt(20) > 0).toList())),
        SENTENCE_CUT((sentences, random) -> text(sentences.subList(1, SENTENCES))),
        SENTENCES_MOVED((sentences, random) -> {
            List<String> moved = new ArrayList<>(sentences);
            Collections.rotate(moved, 2);
            return text(moved);
        });

        private final BiFunction<List<String>, Random, String> work;

        Edit(BiFunction<List<String>, Random, String> work) {
            this.work = work;
        }
    }

    @Test
    void editedCopiesAreFoundAndOtherTextsAreNot() {
        Random random = new Random(42);
        int bulletins = Math.min(200, headlines.size() / SENTENCES);
        for (Edit edit : Edit.values()) {
            int found = 0;
            for (int i = 0; i < bulletins; i++) {
                String original = text(bulletin(i));
                String copy = edit.work.apply(bulletin(i), random);
                found += meet(original, copy) && likeness(original, copy) >= NAMED ? 1 : 0;
            }
            assertThat(found).as("recall of %s", edit).isGreaterThanOrEqualTo(bulletins * 97 / 100);
        }
        int wrong = 0;
        for (int i = 0; i < bulletins; i++) {
            for (int j = i + 1; j < bulletins; j++) {
                wrong += likeness(text(bulletin(i)), text(bulletin(j))) >= NAMED ? 1 : 0;
            }
        }
        assertThat(wrong).as("pairs of other bulletins that are named").isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "قصف جوي على سوق المدينة أدّى إلى مقتل عشرة مدنيّين وإصابة آخرين | قصف جوي على سوق المدينه ادى الى مقتل عشره مدنيين واصابه اخرين",
            "قــصـف جوي على سوق المدينة ١٢ قتيلاً من المدنيين | قصف جوي على سوق المدينة 12 قتيلا من المدنيين!",
            "Frappe aérienne sur le marché : douze civils tués | frappe aerienne sur le marche - douze civils tues",
            "ﬁrst oﬃcial statement on the strike of July | First official statement on the strike of July."
    })
    void spellingsThatStandForOneAnotherAreOne(String one, String other) {
        assertThat(PlainWording.of(one)).isEqualTo(PlainWording.of(other));
        assertThat(TextSignature.of(one)).isEqualTo(TextSignature.of(other));
    }

    @Test
    void arabicTextsWithOneSentenceChangedAreAlikeAndOthersAreNot() {
        String one = "أعلن سكان الحي أن طائرة حربية قصفت السوق الشعبي عند الظهر. قال شهود إن القصف دمّر مبنيين سكنيين بالكامل. "
                + "نقلت فرق الإسعاف الجرحى إلى المشفى الميداني القريب. لم تصدر أي جهة بياناً عن الحادثة حتى مساء اليوم نفسه.";
        String changed = one.replace("نقلت فرق الإسعاف الجرحى إلى المشفى الميداني القريب.", "نقل الجرحى إلى مشفى قريب.");
        String other = "وصلت قافلة مساعدات غذائية إلى الريف الشمالي صباح الثلاثاء بعد انتظار طويل على المعبر. وزعت الفرق الطحين والأدوية "
                + "على العائلات النازحة في المخيمات الجديدة قرب الحدود وسط برد شديد.";

        assertThat(likeness(one, changed)).isGreaterThan(NAMED);
        assertThat(meet(one, changed)).isTrue();
        assertThat(likeness(one, other)).isLessThan(0.2);
    }

    @Test
    void whatIsTooShortTellsNothingAndWhatIsStoredComesBack() {
        assertThat(TextSignature.of("Airstrike on Raqqa")).isNull();
        TextSignature signature = TextSignature.of(text(bulletin(0)));
        assertThat(TextSignature.of(signature.bytes())).isEqualTo(signature);
        assertThat(signature.bands()).hasSize(24);
    }
}
