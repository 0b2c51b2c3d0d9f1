package org.harmregistry.kit.identity;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/** Holds who makes the current request; {@link TokenFirst} tells it before anything else happens. */
@RequestScoped
public class CurrentCaller {

    private Caller caller = Caller.ANONYMOUS;

    /** The caller; to be asked at the start of a resource method, and handed on as a value. */
    public Caller get() {
        return caller;
    }

    void is(SecurityIdentity identity) {
        if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            caller = new Caller(token.getClaim(Claims.sub.name()), token.getClaim("organisation"), identity.getRoles());
        }
    }
}
