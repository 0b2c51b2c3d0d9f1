package org.harmregistry.sources.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.citation.domain.Stance;
import org.harmregistry.sources.citation.domain.Verification;
import org.harmregistry.sources.source.domain.DatePrecision;
import org.harmregistry.sources.source.domain.FindingCode;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class VocabularyTest {

    static Stream<Class<? extends Enum<?>>> vocabularies() {
        return Stream.of(SourceKind.class, Medium.class, DatePrecision.class, SourceStatus.class, Publication.class,
                Sensitivity.class, FindingCode.class, Stance.class, Verification.class, ArchivedText.Integrity.class);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void wordsOnTheWireAreTheConstantsInLowerCase(Class<? extends Enum<?>> vocabulary) throws JsonProcessingException {
        for (Enum<?> word : vocabulary.getEnumConstants()) {
            assertThat(new ObjectMapper().writeValueAsString(word))
                    .isEqualTo("\"" + word.name().toLowerCase(Locale.ROOT) + "\"");
        }
    }

    @Test
    void theMediaAreThoseOfTheField() {
        assertThat(Arrays.stream(Medium.values()).map(word -> word.name().toLowerCase(Locale.ROOT)).toList())
                .isEqualTo(List.of("social_media_post", "news", "ngo_report", "official_statement", "witness_interview",
                        "site_visit", "satellite_image", "video", "photo", "hospital_or_morgue_record", "register",
                        "correspondence", "declassified_document"));
    }
}
