package org.harmregistry.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private Instant now = START;
    private final VerifiedTokens tokens = new VerifiedTokens(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private record Token(String raw, long end) implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("raw_token", "exp");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) (name.equals("raw_token") ? raw : name.equals("exp") ? (Object) end : null);
        }
    }

    private void verified(String raw, long seconds) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(raw, START.plusSeconds(seconds).getEpochSecond())).addRole("analyst")
                .addAttribute("of-one-request", new Object()).build();
        assertThat(tokens.augment(identity, null).await().indefinitely()).isSameAs(identity);
    }

    @Test
    void remembersWhatWasVerifiedForAMinute() {
        verified("header.payload.signature", 3_600);

        SecurityIdentity remembered = tokens.ofHeader("Bearer header.payload.signature").identity();
        assertThat(remembered.getRoles()).containsExactly("analyst");
        assertThat(tokens.ofHeader("header.payload.signature")).isNull();
        assertThat(tokens.ofHeader(null)).isNull();
        assertThat(remembered.<Object> getAttribute("of-one-request")).isNull();
        assertThat(tokens.remembered("header.payload.signaturf")).isNull();
        now = START.plusSeconds(59);
        assertThat(tokens.remembered("header.payload.signature")).isNotNull();
        now = START.plusSeconds(60);
        assertThat(tokens.remembered("header.payload.signature")).isNull();
    }

    /** Being used does not make it last: the minute counts from the verification. */
    @Test
    void isNotProlongedByUse() {
        verified("a", 3_600);
        now = START.plusSeconds(50);
        verified("a", 3_600);
        now = START.plusSeconds(61);
        assertThat(tokens.remembered("a")).isNull();
    }

    @Test
    void remembersNoTokenBeyondItsEnd() {
        verified("short", 10);
        verified("over", 0);
        assertThat(tokens.remembered("over")).isNull();
        assertThat(tokens.remembered("short")).isNotNull();
        now = START.plusSeconds(10);
        assertThat(tokens.remembered("short")).isNull();
    }

    @Test
    void remembersSoManyAndNoMore() {
        for (int i = 0; i <= VerifiedTokens.MOST; i++) {
            verified("token-" + i, 3_600);
        }
        assertThat(tokens.remembered("token-" + (VerifiedTokens.MOST - 1))).isNotNull();
        assertThat(tokens.remembered("token-" + VerifiedTokens.MOST)).isNull();
        now = START.plusSeconds(61);
        verified("late", 3_600);
        assertThat(tokens.remembered("late")).isNotNull();
    }
}
