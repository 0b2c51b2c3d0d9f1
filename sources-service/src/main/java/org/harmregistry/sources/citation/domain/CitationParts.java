package org.harmregistry.sources.citation.domain;

import java.util.List;

import org.harmregistry.sources.source.domain.Finding;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What of a citation has a structure of its own; kept as one JSON object, since the driver takes no JSON arrays.
 *
 * @param dataQuality what an importer found odd
 * @param claims what the source claims; {@code null} if nobody noted it
 * @param locator where in the source; {@code null} if nobody noted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CitationParts(List<Finding> dataQuality, Claims claims, Locator locator) {
}
