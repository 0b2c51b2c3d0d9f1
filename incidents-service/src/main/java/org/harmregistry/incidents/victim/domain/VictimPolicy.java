package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Who may see which victims. Names are protected: analysts and publishers read them, and the incident's own organisation;
 * everybody else, administrators included, reads a person only once a publisher has made that person's name public.
 */
public final class VictimPolicy {

    private VictimPolicy() {
    }

    /** As whom a reader who sees the incident sees its victims. */
    public static IncidentView viewFor(Caller caller, Incident incident) {
        if (readsAllNames(caller)) {
            return IncidentView.FULL;
        }
        return caller.belongsTo(incident.organisation()) ? IncidentView.OWN : IncidentView.PUBLIC;
    }

    public static boolean readsAllNames(Caller caller) {
        return caller.hasAny(Role.ANALYST, Role.PUBLISHER);
    }

    static boolean maySee(IncidentView view, Victim victim) {
        return view != IncidentView.PUBLIC || victim.isNamePublic();
    }

    /** @throws Failure 404 if the incident has no such victim that the reader may see */
    static Victim requireVisible(IncidentView view, Incident incident, Victim victim) {
        if (victim == null || !victim.incident().equals(incident.id()) || !maySee(view, victim)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return victim;
    }

    /** @throws Failure 403 unless the caller reads the names of all victims of the incident */
    static void requireNameReader(Caller caller, Incident incident) {
        if (viewFor(caller, incident) == IncidentView.PUBLIC) {
            throw Failure.of(CommonFailure.FORBIDDEN, "This is for analysts and the incident's own organisation.");
        }
    }

    /** The entity tag of a victim in one view. */
    public static String tag(Victim victim, IncidentView view) {
        return EntityTags.of(view == IncidentView.PUBLIC ? victim.publicVersion() : victim.version(), view.term());
    }
}
