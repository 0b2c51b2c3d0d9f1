package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Who may see and change which incidents; lists apply the same rule of sight in their queries. */
public final class IncidentPolicy {

    private IncidentPolicy() {
    }

    /** Everybody sees what is public, an organisation its own records, analysts, publishers and admins all. */
    public static boolean maySee(Caller caller, Incident incident) {
        return incident.isPublic() || caller.readsAll() || caller.belongsTo(incident.organisation());
    }

    public static IncidentView viewFor(Caller caller, Incident incident) {
        if (caller.readsAll()) {
            return IncidentView.FULL;
        }
        return caller.belongsTo(incident.organisation()) ? IncidentView.OWN : IncidentView.PUBLIC;
    }

    /** @throws Failure 404 if there is no such record that the caller may see */
    static Incident requireVisible(Caller caller, Incident incident) {
        if (incident == null || !maySee(caller, incident)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return incident;
    }

    /** A contributor works on its own organisation's records, an analyst on all. */
    public static void requireAuthor(Caller caller, Incident incident) {
        caller.require(Role.CONTRIBUTOR, Role.ANALYST);
        if (!caller.has(Role.ANALYST) && !caller.belongsTo(incident.organisation())) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The record belongs to another organisation.");
        }
    }

    /** Publishers withdraw anything; authors what is not accepted yet. */
    static void requireWithdrawer(Caller caller, Incident incident) {
        if (!caller.has(Role.PUBLISHER)) {
            requireAuthor(caller, incident);
        }
    }

    /** The history is for those who assess, and for those whose record it is. */
    static void requireHistorian(Caller caller, Incident incident) {
        if (!caller.readsAll() && !caller.belongsTo(incident.organisation())) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The history is for analysts and the record's own organisation.");
        }
    }

    /** @throws Failure 409 {@code merged}: who wants to change it changes its successor */
    public static void requireNotMerged(Incident incident) {
        if (incident.status() == IncidentStatus.MERGED) {
            throw Failure.of(IncidentFailure.MERGED);
        }
    }

    /** @throws Failure 409 if the record was merged or withdrawn: nothing more is settled about it */
    public static void requireStanding(Incident incident) {
        requireNotMerged(incident);
        if (incident.status() == IncidentStatus.WITHDRAWN) {
            throw Failure.of(IncidentFailure.ALREADY_WITHDRAWN);
        }
    }

    /** @throws Failure 409 if the record's state no longer lets this caller write its content */
    public static void requireOpenFor(Caller caller, Incident incident) {
        requireStanding(incident);
        if (incident.status() == IncidentStatus.ACCEPTED && !caller.has(Role.ANALYST)) {
            throw Failure.of(IncidentFailure.ALREADY_ACCEPTED);
        }
    }
}
