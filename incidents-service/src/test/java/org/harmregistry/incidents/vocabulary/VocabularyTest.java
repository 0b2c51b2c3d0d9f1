package org.harmregistry.incidents.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.kit.problem.FailureCode;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What stands in the files is what stands on the wire, and each list is whole in itself. */
class VocabularyTest {

    private static final Map<String, Vocabulary> VOCABULARIES = new Vocabularies(new ObjectMapper()).all().stream()
            .collect(Collectors.toMap(Vocabulary::name, Function.identity()));

    /** Enums whose vocabulary has another name than they: several have one list, or their own name says too little. */
    private static final Map<String, String> OTHERWISE_NAMED = Map.ofEntries(
            Map.entry("AssessmentStandard", "standard-of-proof"),
            Map.entry("Channel", "statement-channel"), Map.entry("Stance", "tally-stance"),
            Map.entry("Measure", "tally-measure"),
            Map.entry("Unit", "tally-unit"), Map.entry("Outcome", "victim-outcome"), Map.entry("Coverage", "ledger-coverage"));

    /** Enums that say nothing of a record: what a question asks for, whose eyes see, which act is done, how rows are read. */
    private static final Set<String> NO_VOCABULARY = Set.of("Grouping", "GapBy", "IncidentOrder.Key", "IncidentView",
            "AllegationView", "LifeStep", "VictimAct", "PersonName.Script", "ExportOrder");

    private static List<Class<?>> enums() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.harmregistry.incidents").stream().filter(JavaClass::isEnum)
                .<Class<?>> map(JavaClass::reflect).filter(type -> type.isEnum() && !FailureCode.class.isAssignableFrom(type))
                .filter(type -> !NO_VOCABULARY.contains(nameOf(type))).toList();
    }

    private static String nameOf(Class<?> type) {
        return type.getEnclosingClass() == null ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }

    private static String vocabularyOf(Class<?> type) {
        return OTHERWISE_NAMED.getOrDefault(type.getSimpleName(),
                type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }

    private static List<String> termsOf(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> field.isEnumConstant()).map(field -> {
            JsonProperty named = field.getAnnotation(JsonProperty.class);
            return named == null ? field.getName().toLowerCase(Locale.ROOT) : named.value();
        }).toList();
    }

    private static List<String> terms(String vocabulary) {
        return VOCABULARIES.get(vocabulary).terms().stream().map(Vocabulary.Term::id).toList();
    }

    @Test
    void everyEnumHasAVocabularyWithItsTermsAndNoOthers() {
        Map<String, List<String>> onTheWire = new HashMap<>();
        for (Class<?> type : enums()) {
            assertThat(VOCABULARIES.keySet()).as("a vocabulary of %s", type).contains(vocabularyOf(type));
            onTheWire.put(vocabularyOf(type), termsOf(type));
        }
        assertThat(onTheWire).hasSizeGreaterThan(20);
        onTheWire.forEach((name, terms) -> assertThat(terms(name)).as(name).containsExactlyInAnyOrderElementsOf(terms));
    }

    @Test
    void thePersonCategoriesAreTheFieldsOfCasualties() {
        assertThat(terms("person-category")).containsExactlyElementsOf(Arrays.stream(Casualties.class.getRecordComponents())
                .map(field -> field.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT)).toList());
    }

    @Test
    void theListsOfSdg1612AreTakenOverAsTheyAre() {
        Map.of("sex", "sdg-16-1-2-sex", "age-group", "sdg-16-1-2-age-group", "civilian-status", "sdg-16-1-2-status",
                "harm-cause",
                "sdg-16-1-2-cause").forEach((ours, theirs) -> {
                    assertThat(terms(ours)).containsExactlyElementsOf(terms(theirs));
                    assertThat(VOCABULARIES.get(ours).terms()).allSatisfy(term -> assertThat(term.matches())
                            .contains(new Vocabulary.Match(theirs, term.id(), MatchRelation.EXACT)));
                });
    }

    @Test
    void everyTermHasLabelsInBothLanguagesAndAMeaning() {
        VOCABULARIES.values().forEach(vocabulary -> {
            assertThat(vocabulary.definition()).isNotBlank();
            assertThat(vocabulary.origin()).isNotBlank();
            assertLabelled(vocabulary.label());
            assertThat(vocabulary.terms()).isNotEmpty().allSatisfy(term -> {
                assertLabelled(term.label());
                assertThat(term.definition()).endsWith(".");
            });
            assertThat(vocabulary.terms().stream().map(Vocabulary.Term::id)).doesNotHaveDuplicates();
            if (vocabulary.kind() == VocabularyKind.OURS) {
                assertThat(vocabulary.terms()).allSatisfy(term -> assertThat(term.id()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
                assertThat(vocabulary.usedIn()).isNotEmpty();
            }
        });
    }

    private static void assertLabelled(Vocabulary.Label label) {
        assertThat(label.en()).isNotBlank();
        assertThat(label.ar().codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC))
                .as(label.ar()).isTrue();
    }

    @Test
    void whatATermPointsAtIsThere() {
        VOCABULARIES.values().forEach(vocabulary -> assertThat(vocabulary.terms()).allSatisfy(term -> {
            assertThat(terms(vocabulary.name())).containsAll(Stream.ofNullable(term.broader()).toList());
            assertThat(term.matches()).allSatisfy(match -> {
                assertThat(VOCABULARIES.get(match.vocabulary()).kind()).isEqualTo(VocabularyKind.SOURCE);
                assertThat(terms(match.vocabulary())).contains(match.term());
            });
        }));
    }

    @Test
    void everyFileIsListedUnderItsOwnName() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/vocabularies"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))).containsExactlyInAnyOrderElementsOf(VOCABULARIES.keySet());
        }
    }
}
