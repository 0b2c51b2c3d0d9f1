package org.harmregistry.incidents.incident.domain;

import java.util.UUID;

import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * One row of an import.
 *
 * @param content what it says of the incident
 * @param grading how the data set graded it; {@code null} if the row does not say
 * @param status where the record is to stand in its life; {@code null} if the row does not say
 * @param publication whether it is to be public; {@code null} if the row does not say
 * @param exported of which record and version it is the export; {@code null} if it came from elsewhere
 * @param digest digest of the row's canonical JSON
 */
record IncidentRow(IncidentContent content, Grading grading, IncidentStatus status, Publication publication,
        Exported exported, String digest) {

    /** The record and version that an exported row names. */
    record Exported(UUID id, long version) {
    }

    /** By what the importer finds the row in the answer. */
    RowKey key() {
        return content.externalIds().isEmpty() ? null : content.externalIds().get(0).key();
    }

    boolean isExportOf(Incident incident) {
        return exported != null && exported.id().equals(incident.id());
    }

    /**
     * Lets pass what the caller may decide about a record's life. A publisher may bring in records that are accepted and
     * public;
     * anybody else hands them in to be looked at.
     */
    void requireSay(Caller caller) {
        boolean publisher = caller.has(Role.PUBLISHER);
        if (status == IncidentStatus.WITHDRAWN || status == IncidentStatus.MERGED
                || status == IncidentStatus.ACCEPTED && !publisher) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/status", "This status is not set by an import of yours.");
        }
        if (publication != null && !publisher) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/publication", "Only a publisher's import sets this.");
        }
        if (grading != null && !publisher) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/harm/grading", "Only a publisher's import sets this.");
        }
        if (publication == Publication.PUBLIC && status != IncidentStatus.ACCEPTED) {
            throw Failure.at(IncidentFailure.NOT_ACCEPTED, "/publication", IncidentFailure.NOT_ACCEPTED.title() + ".");
        }
    }

    /** A row that becomes a record must be found again when it is sent once more. */
    void requireExternalId() {
        if (content.externalIds().isEmpty()) {
            throw Failure.at(IncidentFailure.EXTERNAL_ID_MISSING, "/externalIds",
                    "A row is matched by its external ids, so it needs one.");
        }
    }

    NewIncident asNew() {
        return new NewIncident(NewIncident.newId(), content, status == null ? IncidentStatus.DRAFT : status,
                publication == null ? Publication.WITHHELD : publication, null, digest,
                RegisteredFacts.NONE.withGradingAsPublished(grading));
    }

    /** What the row makes of a record. What it does not say about the record's life stays as it is. */
    IncidentEdit asEdit(Incident incident, IncidentState before) {
        IncidentState after = before.withContent(content).withLife(status == null ? incident.status() : status,
                publication == null ? incident.publication() : publication);
        RegisteredFacts facts = grading == null ? before.facts() : before.facts().withGradingAsPublished(grading);
        return new IncidentEdit(incident, before, after.withFacts(facts), "changed", null, digest);
    }
}
