package org.harmregistry.kit.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Remembers for a moment which tokens were found good, by the whole token: to verify the same signature again at each request
 * costs more than to read a record. A token is never remembered beyond its own end; a key that the identity provider withdraws
 * is noticed a minute later. {@link TokenFirst} asks here before it has a token verified.
 */
@ApplicationScoped
public class VerifiedTokens implements SecurityIdentityAugmentor {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 1_000;
    private static final String SCHEME = "Bearer ";

    private final Map<Token, Verified> known = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * A token, told from others by the end of its signature first: to go through the whole of it at each request cost more
     * than to compare it with the one that it may be.
     */
    private record Token(String raw) {

        private static final int TOLD_BY = 24;

        @Override
        public int hashCode() {
            int hash = 0;
            for (int i = Math.max(0, raw.length() - TOLD_BY); i < raw.length(); i++) {
                hash = 31 * hash + raw.charAt(i);
            }
            return hash;
        }
    }

    /**
     * Whose token it is.
     *
     * @param identity what methods are allowed by
     * @param until when it is forgotten
     */
    record Verified(SecurityIdentity identity, Caller caller, Instant until) {
    }

    public VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whose token a request carries, if it was verified a moment ago.
     *
     * @param authorization the header {@code Authorization} as it came, or {@code null}
     * @return {@code null} if it has to be verified
     */
    Verified ofHeader(String authorization) {
        return authorization == null || !authorization.startsWith(SCHEME) ? null
                : remembered(authorization.substring(SCHEME.length()));
    }

    Verified remembered(String raw) {
        Token token = new Token(raw);
        Verified verified = known.get(token);
        if (verified == null || clock.instant().isBefore(verified.until())) {
            return verified;
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
        if (!until.isAfter(now) || known.containsKey(new Token(token.getRawToken()))) {
            return;
        }
        if (known.size() >= MOST) {
            known.values().removeIf(verified -> !now.isBefore(verified.until()));
        }
        if (known.size() < MOST) {
            // Its attributes belong to the request that brought it.
            SecurityIdentity lasting = QuarkusSecurityIdentity.builder().setPrincipal(token).addRoles(identity.getRoles())
                    .addCredentials(identity.getCredentials()).build();
            known.put(new Token(token.getRawToken()), new Verified(lasting, Caller.of(lasting), until));
        }
    }
}
