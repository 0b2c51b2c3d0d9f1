package org.harmregistry.kit.identity;

import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Decides 401 before anything else is looked at: a token that is sent must be good, and a write needs one. This narrows what
 * reaches a method; what a method allows stands on the method.
 */
public class TokenFirst {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentIdentityAssociation association;

    public TokenFirst(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Response> requireToken(ContainerRequestContext request) {
        boolean reads = READS.contains(request.getMethod());
        if (reads && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return Uni.createFrom().nullItem();
        }
        return association.getDeferredIdentity().map(TokenFirst::refuseAnonymous);
    }

    /** Also on a read: an Authorization header that no mechanism knows is a bad token, not an anonymous reader. */
    private static Response refuseAnonymous(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw Failure.of(CommonFailure.UNAUTHENTICATED).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return null;
    }
}
