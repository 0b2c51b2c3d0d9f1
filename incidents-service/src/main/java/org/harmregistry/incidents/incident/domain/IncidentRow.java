package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.bulk.RowKey;

/**
 * One row of an import.
 *
 * @param content what it says of the incident
 * @param status where the record is to stand in its life; {@code null} if the row does not say
 * @param publication whether it is to be public; {@code null} if the row does not say
 * @param digest digest of the row's canonical JSON
 */
record IncidentRow(IncidentContent content, IncidentStatus status, Publication publication, String digest) {

    /** By what the importer finds the row in the answer. */
    RowKey key() {
        return content.externalIds().get(0).key();
    }

    NewIncident asNew() {
        return new NewIncident(NewIncident.newId(), content, status == null ? IncidentStatus.DRAFT : status,
                publication == null ? Publication.WITHHELD : publication, null, digest, RegisteredFacts.NONE);
    }

    /** What the row makes of a record. What it does not say about the record's life stays as it is. */
    IncidentEdit asEdit(Incident incident, IncidentState before) {
        IncidentState after = before.withContent(content).withLife(status == null ? incident.status() : status,
                publication == null ? incident.publication() : publication);
        return new IncidentEdit(incident, before, after, "changed", null, digest);
    }
}
