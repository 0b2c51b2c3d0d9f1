package org.harmregistry.sources.source.domain;

import java.util.List;

/**
 * What of a source has a structure of its own; kept as one JSON object, since the driver takes no JSON arrays.
 *
 * @param externalIds ids in other systems
 * @param texts its texts by digest
 * @param sensitivity what a reader should be warned of
 * @param fieldwork only of a report, else {@code null}
 * @param dataQuality what the registry found odd
 */
record SourceParts(List<ExternalId> externalIds, List<SourceText> texts, List<Sensitivity> sensitivity, Fieldwork fieldwork,
        List<Finding> dataQuality) {

    static SourceParts of(SourceContent content) {
        return new SourceParts(content.externalIds(), content.texts(), content.sensitivity(), content.fieldwork(),
                content.findings());
    }
}
