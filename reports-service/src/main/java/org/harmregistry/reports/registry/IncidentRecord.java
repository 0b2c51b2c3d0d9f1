package org.harmregistry.reports.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One incident as everybody may read it; what is absent is unknown.
 *
 * @param version goes up with each change that everybody can see
 * @param code its lasting code for people
 * @param texts title and summary in other languages
 * @param formerCodes codes of records that it speaks for since they were merged into it
 * @param recordedAt when it was first recorded, UTC
 * @param updatedAt when it last changed so that everybody can see it, UTC
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentRecord(UUID id, Long version, String code, String title, String summary, List<Text> texts,
        Occurred occurred, Place place, Strike strike, List<Involved> parties, Harm harm, List<String> infrastructure,
        String dataset, String licence, String attribution, List<String> formerCodes, Instant recordedAt, Instant updatedAt) {

    public IncidentRecord {
        formerCodes = listOf(formerCodes);
        texts = listOf(texts);
        parties = listOf(parties);
        infrastructure = listOf(infrastructure);
    }

    /** Title and summary in one language. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Text(String language, String title, String summary) {
    }

    /** First and last day, how exactly they are known, and the time of day as a source gave it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Occurred(LocalDate from, LocalDate to, String precision, LocalTime localTime) {
    }

    /**
     * @param from {@code HH:MM}
     * @param to {@code HH:MM}; it may lie behind midnight
     * @param zone a zone of the IANA database
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LocalTime(String kind, String from, String to, String zone) {
    }

    /** Where, no more accurately than everybody may know it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(String name, List<PlaceName> names, String country, String admin1, String admin2, Incident.Point point,
            String accuracy, String provider) {

        public Place {
            names = listOf(names);
        }

        /** Its name in a language, or the one that stands for all; {@code null} if it has none. */
        public String nameIn(String language) {
            return names.stream().filter(other -> language.equals(other.language())).map(PlaceName::name).findFirst()
                    .orElse(name);
        }

        /** All its names, each once. */
        public List<String> allNames() {
            return Stream.concat(Stream.ofNullable(name), names.stream().map(PlaceName::name)).distinct().toList();
        }
    }

    /** A place's name in one language. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PlaceName(String language, String name) {
    }

    /** By what means. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Strike(String status, List<String> types, CountRange count, List<String> munitions, List<String> targets) {

        public Strike {
            types = listOf(types);
            munitions = listOf(munitions);
            targets = listOf(targets);
        }
    }

    /** A party and what it has to do with it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Involved(String party, String role, String rule) {
    }

    /** What was done to people. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Harm(String grading, People killed, People injured) {
    }

    /** People by group; the groups overlap. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record People(CountRange civilians, CountRange children, CountRange women, CountRange men) {
    }

    /** The title in a language, or the one that stands for all. */
    public String titleIn(String language) {
        return texts.stream().filter(text -> language.equals(text.language()) && text.title() != null).map(Text::title)
                .findFirst().orElse(title);
    }

    /** The summary in a language, or the one that stands for all; {@code null} if there is none. */
    public String summaryIn(String language) {
        return texts.stream().filter(text -> language.equals(text.language()) && text.summary() != null).map(Text::summary)
                .findFirst().orElse(summary);
    }

    private static <T> List<T> listOf(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
