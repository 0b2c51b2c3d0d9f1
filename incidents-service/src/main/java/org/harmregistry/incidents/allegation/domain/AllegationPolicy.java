package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Who may see and change which allegations; lists apply the same rule of sight in their queries. */
public final class AllegationPolicy {

    private AllegationPolicy() {
    }

    /** True if the caller speaks for the party: such a token names the party as its organisation. */
    public static boolean speaksFor(Caller caller, String party) {
        return caller.has(Role.PARTY) && caller.belongsTo(party);
    }

    /** Everybody sees what is public, a party what was made to it, analysts, publishers and admins all. */
    public static boolean maySee(Caller caller, Allegation allegation) {
        return caller.readsAll() || allegation.isPublic() || speaksFor(caller, allegation.content().party());
    }

    public static AllegationView viewFor(Caller caller, Allegation allegation) {
        if (caller.readsAll()) {
            return AllegationView.FULL;
        }
        return speaksFor(caller, allegation.content().party()) ? AllegationView.PARTY : AllegationView.PUBLIC;
    }

    /** The entity tag of the allegation as the caller sees it. */
    public static String tagFor(Caller caller, Allegation allegation) {
        return viewFor(caller, allegation).tagOf(allegation);
    }

    /** @throws Failure 404 if there is no such allegation that the caller may see */
    static Allegation requireVisible(Caller caller, Allegation allegation) {
        if (allegation == null || !maySee(caller, allegation)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return allegation;
    }

    /** The history holds what only those see who assess. */
    static void requireHistorian(Caller caller) {
        if (!caller.readsAll()) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The history is for analysts, publishers and admins.");
        }
    }
}
