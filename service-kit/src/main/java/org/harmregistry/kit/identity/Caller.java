package org.harmregistry.kit.identity;

import java.util.Set;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who makes a request.
 *
 * @param subject the token's {@code sub}; {@code null} for an anonymous reader
 * @param organisation the token's {@code organisation}; {@code null} if it names none
 * @param roles the token's roles
 */
public record Caller(String subject, String organisation, Set<String> roles) {

    public static final Caller ANONYMOUS = new Caller(null, null, Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Who an identity is, by the claims of its token. */
    static Caller of(SecurityIdentity identity) {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? new Caller(token.getClaim(Claims.sub.name()), token.getClaim("organisation"), identity.getRoles())
                : ANONYMOUS;
    }

    public boolean isAnonymous() {
        return subject == null;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(String... wanted) {
        for (String role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** True if the caller reads everything but protected identities. */
    public boolean readsAll() {
        return hasAny(Role.ANALYST, Role.PUBLISHER, Role.ADMIN);
    }

    public boolean belongsTo(String owner) {
        return organisation != null && organisation.equals(owner);
    }

    /** Refuses a caller who holds none of the roles; to be asked after the record was found visible. */
    public void require(String... wanted) {
        if (isAnonymous()) {
            throw Failure.of(CommonFailure.UNAUTHENTICATED);
        }
        if (!hasAny(wanted)) {
            throw Failure.of(CommonFailure.FORBIDDEN, "This needs the role " + String.join(" or ", wanted) + ".");
        }
    }

    /** The organisation on whose behalf something is created. */
    public String requiredOrganisation() {
        if (organisation == null) {
            throw Failure.of(CommonFailure.FORBIDDEN, "The token names no organisation to act for.");
        }
        return organisation;
    }
}
