package org.harmregistry.incidents.incident.domain;

/**
 * One change of one record.
 *
 * @param incident the record, locked
 * @param before its content before
 * @param after its content afterwards
 * @param status where it then stands in its life
 * @param publication whether it then is public
 * @param kind what happened, one word
 * @param reason why; {@code null} where none is asked for
 * @param importDigest digest of the imported row; {@code null} if it was not imported
 */
record IncidentEdit(Incident incident, IncidentContent before, IncidentContent after, IncidentStatus status,
        Publication publication, String kind, String reason, String importDigest) {

    /** A change of the content alone. */
    static IncidentEdit ofContent(Incident incident, IncidentContent before, IncidentContent after) {
        return new IncidentEdit(incident, before, after, incident.status(), incident.publication(), "changed", null, null);
    }

    /** A step in the record's life. */
    static IncidentEdit ofLife(Incident incident, IncidentContent content, IncidentStatus status, Publication publication,
            String kind, String reason) {
        return new IncidentEdit(incident, content, content, status, publication, kind, reason, null);
    }

    boolean rewrites() {
        return !before.equals(after);
    }

    boolean changesNothing() {
        return !rewrites() && incident.status() == status && incident.publication() == publication;
    }

    boolean differsForEverybody() {
        return !before.forEverybody().equals(after.forEverybody());
    }

    void applyLife() {
        incident.become(status);
        incident.show(publication);
    }
}
