package org.harmregistry.sources.consent.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;

/** Who reads and records consents: decided by the source and the caller alone, before anything is asked about a consent. */
final class ConsentAccess {

    private ConsentAccess() {
    }

    /** Who works with the source must know the limits: its organisation's contributors, analysts and publishers; custodians. */
    static Source readers(Source found, Caller caller) {
        return allowed(found, caller, isOwn(found, caller) || caller.hasAny(Role.ANALYST, Role.PUBLISHER));
    }

    /** Who may be told by the person: its organisation's contributors, analysts and custodians. */
    static Source recorders(Source found, Caller caller) {
        return allowed(found, caller, isOwn(found, caller) || caller.has(Role.ANALYST));
    }

    private static Source allowed(Source found, Caller caller, boolean may) {
        if (found != null && caller.has(Role.CUSTODIAN)) {
            return found;
        }
        Source source = SourceAccess.visible(found, caller);
        if (!may) {
            throw Failure.of(CommonFailure.FORBIDDEN, "This is for who works with the source and for custodians.");
        }
        return source;
    }

    private static boolean isOwn(Source found, Caller caller) {
        return found != null && caller.has(Role.CONTRIBUTOR) && caller.belongsTo(found.organisation());
    }
}
