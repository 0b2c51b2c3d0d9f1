package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which sources are asked for; {@code null} asks nothing.
 *
 * @param publisher the publisher's name as it stands in the source
 * @param from first day of publication; a source of unknown date is in no range
 * @param to last day of publication, inclusive
 * @param dataset slug of the data set
 * @param externalId an id in another system, whichever organisation brought it
 */
public record SourceFilter(SourceKind kind, String publisher, LocalDate from, LocalDate to, String dataset,
        ExternalId externalId) {

    public SourceFilter {
        if (from != null && to != null && from.isAfter(to)) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "from", "from lies after to.");
        }
    }
}
