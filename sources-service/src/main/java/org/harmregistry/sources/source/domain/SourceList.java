package org.harmregistry.sources.source.domain;

import java.util.List;

/**
 * What a list of sources is answered with.
 *
 * @param rows the sources of the page, and one more if there is a next page
 * @param count how many there are on all pages; {@code null} if that was not asked
 */
public record SourceList(List<Source> rows, Long count) {
}
