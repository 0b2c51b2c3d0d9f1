package org.harmregistry.sources.citation.domain;

import org.harmregistry.sources.source.domain.Source;

/** A citation with the source that it cites, which decides how much the citation weighs. */
public record ListedCitation(Citation citation, Source source) {
}
