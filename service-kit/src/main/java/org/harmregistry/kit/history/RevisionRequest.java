package org.harmregistry.kit.history;

import java.time.Instant;

import org.harmregistry.kit.paging.PageRequest;

/**
 * Which revisions of a record are asked for.
 *
 * @param page which page of them
 * @param asOf only those that were recorded by this instant; {@code null} for all
 */
public record RevisionRequest(PageRequest page, Instant asOf) {
}
