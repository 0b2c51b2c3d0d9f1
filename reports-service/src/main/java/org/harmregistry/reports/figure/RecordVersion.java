package org.harmregistry.reports.figure;

/**
 * One record as it was when a figure was made.
 *
 * @param id the record's id
 * @param version its version; absent where the record's kind has none
 */
public record RecordVersion(String id, Long version) {
}
