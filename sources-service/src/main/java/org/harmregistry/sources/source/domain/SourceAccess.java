package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Who sees a source, in which view, and who may change it. */
public final class SourceAccess {

    /** The views of a source, as named in entity tags. */
    public static final String FULL = "full";
    public static final String OWN = "own";
    public static final String PUBLIC = "public";

    private SourceAccess() {
    }

    /**
     * The source, if it is there for the caller.
     *
     * @throws Failure 404 otherwise: a source that one may not see is no other than one that does not exist
     */
    public static Source visible(Source source, Caller caller) {
        if (source == null || !source.isVisibleTo(caller)) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return source;
    }

    /** {@code full} for the registry's staff, {@code own} for the organisation that brought the source, else {@code public}. */
    public static String view(Caller caller, String organisation) {
        if (caller.readsAll()) {
            return FULL;
        }
        return caller.belongsTo(organisation) ? OWN : PUBLIC;
    }

    /** The entity tag of a source in the caller's view. */
    public static String tag(Source source, Caller caller) {
        return EntityTags.of(source.versionFor(caller), view(caller, source.organisation()));
    }

    /**
     * Lets pass who may change the source, or cite it for an incident: analysts and publishers, and contributors as long as it
     * is a draft of their own organisation.
     */
    public static void requireChange(Source source, Caller caller) {
        caller.require(Role.CONTRIBUTOR, Role.ANALYST, Role.PUBLISHER);
        if (caller.hasAny(Role.ANALYST, Role.PUBLISHER)) {
            return;
        }
        if (!caller.belongsTo(source.organisation())) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The source belongs to another organisation.");
        }
        if (source.status() == SourceStatus.ACCEPTED) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The source is accepted: an analyst changes it.");
        }
    }

    /**
     * The source, if the caller may read what was done with it: who may see what it was before, and custodians, who see every
     * source's custody.
     */
    public static Source custodyReadable(Source source, Caller caller) {
        if (source != null && caller.has(Role.CUSTODIAN)) {
            return source;
        }
        requireHistory(visible(source, caller), caller);
        return source;
    }

    /** Lets pass who may see what a source was before. */
    static void requireHistory(Source source, Caller caller) {
        boolean own = caller.has(Role.CONTRIBUTOR) && caller.belongsTo(source.organisation());
        if (!own) {
            caller.require(Role.ANALYST, Role.PUBLISHER, Role.ADMIN);
        }
    }
}
