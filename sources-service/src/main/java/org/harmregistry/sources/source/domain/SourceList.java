package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.paging.Page;

/**
 * What a list of sources is answered with.
 *
 * @param page the sources of the page
 * @param count how many there are on all pages; {@code null} if that was not asked
 */
public record SourceList(Page<ShownSource> page, Long count) {
}
