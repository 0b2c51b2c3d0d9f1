package org.harmregistry.kit.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.AuthenticationFailedException;
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
    private final CurrentCaller caller;
    private final VerifiedTokens tokens;
    private final Optional<String> open;

    /**
     * @param open addresses that begin so take writes of people without a token, since they prove themselves; what a method
     *        allows
     *        stays as it is
     */
    public TokenFirst(CurrentIdentityAssociation association, CurrentCaller caller, VerifiedTokens tokens,
            @ConfigProperty(name = "registry.open-writes") Optional<String> open) {
        this.association = association;
        this.caller = caller;
        this.tokens = tokens;
        this.open = open;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Response> requireToken(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        VerifiedTokens.Verified verified = tokens.ofHeader(authorization);
        if (verified != null) {
            association.setIdentity(verified.identity());
            caller.is(verified.caller());
            return Uni.createFrom().nullItem();
        }
        // An Authorization header that no mechanism knows is a bad token too, not an anonymous reader.
        boolean needed = !READS.contains(request.getMethod()) && !isOpen(request) || authorization != null;
        return association.getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class).transform(bad -> unauthenticated())
                .map(identity -> identified(identity, needed));
    }

    private boolean isOpen(ContainerRequestContext request) {
        return open.filter(start -> ("/" + request.getUriInfo().getPath().replaceAll("^/+", "")).startsWith(start))
                .isPresent();
    }

    private Response identified(SecurityIdentity identity, boolean needed) {
        if (needed && identity.isAnonymous()) {
            throw unauthenticated();
        }
        caller.is(Caller.of(identity));
        return null;
    }

    private static Failure unauthenticated() {
        return Failure.of(CommonFailure.UNAUTHENTICATED).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
