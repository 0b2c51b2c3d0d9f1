package org.harmregistry.kit.bulk;

import java.util.UUID;

import org.harmregistry.kit.problem.Failure;

/**
 * What became of one row of an import.
 *
 * @param line the row's line in the body, counted from 1
 * @param externalId what the importer calls the record; absent if the row could not be read
 * @param result what was done
 * @param id the record; absent if there is none
 * @param version the record's version now
 * @param importedVersion the version that this importer's last payload made, where others have changed the record since
 * @param problem why the row was refused
 */
public record RowResult(long line, RowKey externalId, RowOutcome result, UUID id, Long version, Long importedVersion,
        RowProblem problem) {

    public static RowResult created(long line, RowKey key, UUID id, long version) {
        return new RowResult(line, key, RowOutcome.CREATED, id, version, null, null);
    }

    public static RowResult updated(long line, RowKey key, UUID id, long version) {
        return new RowResult(line, key, RowOutcome.UPDATED, id, version, null, null);
    }

    public static RowResult unchanged(long line, RowKey key, UUID id, long version) {
        return new RowResult(line, key, RowOutcome.UNCHANGED, id, version, null, null);
    }

    public static RowResult refused(long line, RowKey key, Failure why) {
        return new RowResult(line, key, RowOutcome.REFUSED, null, null, null, RowProblem.of(why));
    }

    /** The same result, naming the record that the row is about. */
    public RowResult about(UUID record) {
        return new RowResult(line, externalId, result, record, null, null, problem);
    }

    /** The same result, naming the record that stands in the way and its versions. */
    public RowResult about(UUID record, long current, Long imported) {
        return new RowResult(line, externalId, result, record, current, imported, problem);
    }
}
