package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which sources are asked for; {@code null} asks nothing.
 *
 * @param words folded words, all of which the source is found by; empty asks nothing
 * @param said what the source says of itself
 * @param held how the registry holds it
 * @param asOf as the registry had recorded them by this instant; {@code null} for today
 */
public record SourceFilter(List<String> words, Said said, Held held, Instant asOf) {

    /**
     * The same of another instant.
     *
     * @throws Failure 400 if something is asked that is known of today alone
     */
    public SourceFilter at(Instant instant) {
        if (instant != null && !words.isEmpty()) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "q",
                    "Words are searched in sources as they stand today.");
        }
        return new SourceFilter(words, said, held, instant);
    }

    /**
     * @param language BCP 47 tag of the original, or its beginning: {@code ar} asks for {@code ar-SY}, too
     * @param publisher the publisher's name as it stands in the source
     * @param from first day of publication; a source of unknown date is in no range
     * @param to last day of publication, inclusive
     * @param sensitivity a warning that the source carries
     */
    public record Said(SourceKind kind, String language, String publisher, LocalDate from, LocalDate to,
            Reliability reliability, Integer credibility, Sensitivity sensitivity) {

        public Said {
            if (from != null && to != null && from.isAfter(to)) {
                throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "from", "from lies after to.");
            }
        }
    }

    /**
     * @param dataset slug of the data set
     * @param externalId an id in another system, whichever organisation brought it
     * @param incident an incident that the source is cited for, or was at the instant asked for
     * @param updatedSince the earliest instant of the last change
     */
    public record Held(String dataset, String organisation, SourceStatus status, Publication publication,
            ExternalId externalId, UUID incident, Instant updatedSince) {
    }
}
