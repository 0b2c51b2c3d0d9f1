package org.harmregistry.kit.identity;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/** Makes the {@link Caller} of the current request from the verified token. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; to be asked at the start of a resource method, and handed on as a value. */
    public Caller get() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Caller.ANONYMOUS;
        }
        String organisation = token.getClaim("organisation");
        return new Caller(token.getClaim(Claims.sub.name()), organisation, identity.getRoles());
    }
}
