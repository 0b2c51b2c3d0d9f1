package org.harmregistry.sources.citation.domain;

import java.util.List;

import org.harmregistry.sources.source.domain.Finding;

/**
 * What of a citation has a structure of its own; kept as one JSON object, since the driver takes no JSON arrays.
 *
 * @param dataQuality what an importer found odd
 */
record CitationParts(List<Finding> dataQuality) {
}
