package org.harmregistry.incidents.incident.domain;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * An incident about to be recorded.
 *
 * @param id the record's id, the client's own or a new one
 * @param content what is said of it
 * @param status where its life begins
 * @param publication whether it is public from the start
 * @param creationDigest digest of the body that created it, by which the same request is known again; {@code null} if it came
 *        without an id of the client's own
 * @param importDigest digest of the imported row; {@code null} if it was not imported
 * @param facts what the registry holds of it from the start
 */
public record NewIncident(UUID id, IncidentContent content, IncidentStatus status, Publication publication,
        String creationDigest, String importDigest, RegisteredFacts facts) {

    static NewIncident draft(IncidentContent content) {
        return new NewIncident(newId(), content, IncidentStatus.DRAFT, Publication.WITHHELD, null, null, RegisteredFacts.NONE);
    }

    static NewIncident draft(UUID id, IncidentContent content, String creationDigest) {
        return new NewIncident(id, content, IncidentStatus.DRAFT, Publication.WITHHELD, creationDigest, null,
                RegisteredFacts.NONE);
    }

    /** A UUID of version 7: later records sort later. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
