package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

/**
 * What the person behind a source allows to be done with it, as far as it decides who sees the source.
 *
 * @param publication whether it may be published; {@code null} if nothing was said of that
 * @param publicationUntil the last day on which it may be public; {@code null} for no last day
 * @param keptOnly true if it may be kept and nothing else: then its own organisation alone sees it
 */
public record Allowance(Boolean publication, LocalDate publicationUntil, boolean keptOnly) {
}
