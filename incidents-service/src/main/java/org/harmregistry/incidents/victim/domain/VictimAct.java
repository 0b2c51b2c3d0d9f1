package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;

/** What is done about a victim's record as a whole, each time with a reason. */
public enum VictimAct {
    WITHDRAWAL("withdrawn") {
        @Override
        void requireRole(Caller caller, Incident incident) {
            IncidentPolicy.requireAuthor(caller, incident);
        }

        @Override
        void requireOn(Victim victim, VictimContent content) {
            requireStanding(victim);
        }

        @Override
        void on(Victim victim) {
            victim.withdraw();
        }
    },
    PUBLICATION("published") {
        @Override
        void requireOn(Victim victim, VictimContent content) {
            requireStanding(victim);
            require(content.hasName(), VictimFailure.VICTIM_UNNAMED);
            require(!victim.isNamePublic(), VictimFailure.NAME_ALREADY_PUBLIC);
        }

        @Override
        void on(Victim victim) {
            victim.showName(true);
        }
    },
    WITHHOLDING("withheld") {
        @Override
        void requireOn(Victim victim, VictimContent content) {
            require(victim.isNamePublic(), VictimFailure.NAME_ALREADY_WITHHELD);
        }

        @Override
        void on(Victim victim) {
            victim.showName(false);
        }
    };

    private final String kind;

    VictimAct(String kind) {
        this.kind = kind;
    }

    /** @throws Failure 403 if the caller's role does not allow this act */
    void requireRole(Caller caller, Incident incident) {
        caller.require(Role.PUBLISHER);
    }

    /** @throws Failure 409 if the record does not stand where this act begins */
    abstract void requireOn(Victim victim, VictimContent content);

    abstract void on(Victim victim);

    String kind() {
        return kind;
    }

    static void requireStanding(Victim victim) {
        require(!victim.isWithdrawn(), VictimFailure.VICTIM_WITHDRAWN);
    }

    private static void require(boolean allowed, FailureCode failure) {
        if (!allowed) {
            throw Failure.of(failure);
        }
    }
}
