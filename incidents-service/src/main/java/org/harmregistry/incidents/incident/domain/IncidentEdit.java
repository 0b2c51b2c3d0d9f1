package org.harmregistry.incidents.incident.domain;

/**
 * One change of one record.
 *
 * @param incident the record, locked
 * @param before what it was
 * @param after what it becomes
 * @param kind what happened, one word
 * @param reason why; {@code null} where none is asked for
 * @param importDigest digest of the imported row; {@code null} if it was not imported
 */
public record IncidentEdit(Incident incident, IncidentState before, IncidentState after, String kind, String reason,
        String importDigest) {

    /** A correction of the content alone. */
    static IncidentEdit ofContent(Incident incident, IncidentState before, IncidentContent content) {
        return new IncidentEdit(incident, before, before.withContent(content), "changed", null, null);
    }

    boolean rewrites() {
        return !before.content().equals(after.content());
    }

    boolean changesNothing() {
        return before.equals(after);
    }

    boolean differsForEverybody() {
        return before.differsForEverybodyFrom(after);
    }
}
