package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;

/** A step in a record's life: who may take it, from where, and where it leads. */
public enum LifeStep {
    SUBMISSION("submitted") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            IncidentPolicy.requireAuthor(caller, incident);
        }

        @Override
        IncidentEdit on(Incident incident, IncidentState state, String reason) {
            require(incident.status() == IncidentStatus.DRAFT, IncidentFailure.NOT_DRAFT);
            return edit(incident, state, IncidentStatus.SUBMITTED, incident.publication(), reason);
        }
    },
    ACCEPTANCE("accepted") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            caller.require(Role.ANALYST);
        }

        @Override
        IncidentEdit on(Incident incident, IncidentState state, String reason) {
            require(incident.status() == IncidentStatus.SUBMITTED, IncidentFailure.NOT_SUBMITTED);
            return edit(incident, state, IncidentStatus.ACCEPTED, incident.publication(), reason);
        }
    },
    PUBLICATION("published") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            caller.require(Role.PUBLISHER);
        }

        @Override
        IncidentEdit on(Incident incident, IncidentState state, String reason) {
            require(incident.status() == IncidentStatus.ACCEPTED, IncidentFailure.NOT_ACCEPTED);
            require(incident.publication() == Publication.WITHHELD, IncidentFailure.ALREADY_PUBLIC);
            return edit(incident, state, incident.status(), Publication.PUBLIC, reason);
        }
    },
    WITHHOLDING("withheld") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            caller.require(Role.PUBLISHER);
        }

        @Override
        IncidentEdit on(Incident incident, IncidentState state, String reason) {
            require(incident.publication() == Publication.PUBLIC, IncidentFailure.ALREADY_WITHHELD);
            return edit(incident, state, incident.status(), Publication.WITHHELD, reason);
        }
    },
    WITHDRAWAL("withdrawn") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            IncidentPolicy.requireWithdrawer(caller, incident);
        }

        @Override
        IncidentEdit on(Incident incident, IncidentState state, String reason) {
            require(incident.status() != IncidentStatus.WITHDRAWN, IncidentFailure.ALREADY_WITHDRAWN);
            return edit(incident, state, IncidentStatus.WITHDRAWN, Publication.WITHHELD, reason);
        }
    };

    private final String kind;

    LifeStep(String kind) {
        this.kind = kind;
    }

    /** @throws Failure 403 if the caller's role does not allow this step */
    abstract void requireRole(Caller caller, Incident incident);

    /** @throws Failure 409 if the record does not stand where this step begins */
    abstract IncidentEdit on(Incident incident, IncidentState state, String reason);

    IncidentEdit edit(Incident incident, IncidentState state, IncidentStatus status, Publication publication, String reason) {
        return new IncidentEdit(incident, state, state.withLife(status, publication), kind, reason, null);
    }

    private static void require(boolean allowed, IncidentFailure failure) {
        if (!allowed) {
            throw Failure.of(failure);
        }
    }
}
