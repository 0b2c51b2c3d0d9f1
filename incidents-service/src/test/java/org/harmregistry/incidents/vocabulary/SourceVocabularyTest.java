package org.harmregistry.incidents.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The vocabularies that sources-service alone uses, against the lists that the registry took over: Atlos for artifacts,
 * captures, sensitivity and restrictions, the Admiralty scale, UNOSAT, the Berkeley Protocol, and the registry's own for
 * custody, consent and citations.
 */
class SourceVocabularyTest {

    private static final Map<String, Vocabulary> VOCABULARIES = new Vocabularies(new ObjectMapper()).all().stream()
            .collect(Collectors.toMap(Vocabulary::name, Function.identity()));

    @ParameterizedTest
    @CsvSource({
            "medium, social_media_post news ngo_report official_statement witness_interview site_visit satellite_image video"
                    + " photo hospital_or_morgue_record register correspondence declassified_document",
            "source-kind, article post statement letter interview site_visit imagery photo video report register",
            "source-reliability, A B C D E F",
            "source-credibility, 1 2 3 4 5 6",
            "sensitivity, personal_information_visible graphic_violence deleted_by_source deceptive_or_misleading"
                    + " not_sensitive",
            "restriction, frozen hidden",
            "citation-status, active retracted",
            "citation-verification, unverified",
            "source-status, draft accepted",
            "damage-extent, destroyed severe_damage moderate_damage possible_damage no_visible_damage",
            "interview-mode, in_person remote",
            "translator, machine person",
            "claim-stance, supports contradicts mentions",
            "artifact-type, pdf media upload viewport fullpage wacz direct_file other",
            "capture-state, pending complete error",
            "artifact-visibility, visible hidden removed",
            "time-proof-state, pending confirmed",
            "custody-act, collected hashed timestamped ingested accessed copied transferred verified sealed released"
                    + " restricted deleted_under_rule",
            "consent-purpose, keep_only analysis publish_anonymous publish_named share_partner share_court"
                    + " share_military_assessor",
            "consent-state, given limited withdrawn",
            "preservation-criterion, authenticity availability identity persistence renderability understandability" })
    void holdsTheListsThatWereTakenOver(String name, String terms) {
        assertThat(VOCABULARIES).containsKey(name);
        assertThat(VOCABULARIES.get(name).terms().stream().map(Vocabulary.Term::id).toList()).as(name)
                .isEqualTo(List.of(terms.split(" ")));
    }
}
