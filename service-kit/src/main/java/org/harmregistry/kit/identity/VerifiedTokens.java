package org.harmregistry.kit.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Remembers for a moment which tokens were found good, by the whole token: to verify the same signature again at each request
 * costs as much as to read a record. A token is never remembered beyond its own end; a key that the identity provider withdraws
 * is noticed a minute later.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 1_000;

    private final Map<String, Verified> known = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Verified(SecurityIdentity identity, Instant until) {
    }

    public VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /**
     * Asked before the provider that verifies, which is asked only if this one says nothing: a provider that names no priority
     * has one above {@link IdentityProvider#SYSTEM_FIRST}.
     */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(remembered(request.getToken().getToken()));
    }

    SecurityIdentity remembered(String token) {
        Verified verified = known.get(token);
        if (verified == null || clock.instant().isBefore(verified.until())) {
            return verified == null ? null : verified.identity();
        }
        known.remove(token, verified);
        return null;
    }

    /** Sees each identity that a provider has found, and changes none. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getRawToken() != null) {
            remember(token, identity);
        }
        return Uni.createFrom().item(identity);
    }

    private void remember(JsonWebToken token, SecurityIdentity identity) {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(token.getExpirationTime());
        Instant until = end.isBefore(now.plus(REMEMBERED)) ? end : now.plus(REMEMBERED);
        if (!until.isAfter(now) || known.containsKey(token.getRawToken())) {
            return;
        }
        if (known.size() >= MOST) {
            known.values().removeIf(verified -> !now.isBefore(verified.until()));
        }
        if (known.size() < MOST) {
            // Its attributes belong to the request that brought it.
            known.put(token.getRawToken(), new Verified(QuarkusSecurityIdentity.builder().setPrincipal(token)
                    .addRoles(identity.getRoles()).addCredentials(identity.getCredentials()).build(), until));
        }
    }
}
