package org.harmregistry.incidents.record;

import java.time.Instant;

import org.harmregistry.kit.paging.Page;

/**
 * A page of records and the instant that it is true of.
 *
 * @param page the records
 * @param count how many there are on all pages; {@code null} if that was not asked
 * @param asOf the effective instant; {@code null} for the present
 */
public record RecordPage<V>(Page<V> page, Long count, Instant asOf) {
}
