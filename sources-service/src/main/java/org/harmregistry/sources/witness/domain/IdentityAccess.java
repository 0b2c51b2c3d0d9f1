package org.harmregistry.sources.witness.domain;

import java.util.EnumSet;
import java.util.Set;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.SourceKind;

/**
 * Who may do what with the identity behind a source. It is decided by the source and the caller alone, before anything is asked
 * about an identity: whether there is one, nobody else can find out.
 */
final class IdentityAccess {

    private static final Set<SourceKind> WITHOUT_PERSON = EnumSet.of(SourceKind.ARTICLE, SourceKind.REPORT, SourceKind.IMAGERY,
            SourceKind.REGISTER);

    private IdentityAccess() {
    }

    /** Lets pass a custodian: of whichever organisation, and whatever the source's sight is for others. */
    static Source custodians(Source found, Caller caller) {
        return allowed(found, caller, caller.has(Role.CUSTODIAN), "This needs the role custodian.");
    }

    /** Lets pass who brought the source, to put in an identity that they will not read again. */
    static Source bringers(Source found, Caller caller) {
        return allowed(found, caller, isBringer(found, caller),
                "An identity is put in by a contributor of the source's own organisation.");
    }

    /** Lets pass who may know that there is an identity and what was done with it, though not what it says. */
    static Source informed(Source found, Caller caller) {
        return allowed(found, caller, caller.has(Role.CUSTODIAN) || isBringer(found, caller),
                "This is for custodians and for contributors of the source's own organisation.");
    }

    private static Source allowed(Source found, Caller caller, boolean may, String why) {
        if (found != null && may) {
            return found;
        }
        SourceAccess.visible(found, caller);
        throw Failure.of(CommonFailure.FORBIDDEN, why);
    }

    private static boolean isBringer(Source found, Caller caller) {
        return found != null && caller.has(Role.CONTRIBUTOR) && caller.belongsTo(found.organisation());
    }

    static void requirePerson(Source source) {
        if (WITHOUT_PERSON.contains(source.content().kind())) {
            throw Failure.of(WitnessFailure.NO_PERSON_BEHIND);
        }
    }

    /** The identity, for somebody who may know that there is none. */
    static HeldIdentity there(HeldIdentity identity) {
        if (identity == null) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return identity;
    }
}
