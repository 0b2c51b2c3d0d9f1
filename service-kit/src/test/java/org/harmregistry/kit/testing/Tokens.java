package org.harmregistry.kit.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.jwt.build.Jwt;

/** Bearer tokens signed with the test key, for people with fixed rights. */
public final class Tokens {

    private static final String ISSUER = "https://issuer.test";
    private static final Map<List<String>, String> KEPT = new ConcurrentHashMap<>();

    private Tokens() {
    }

    public static String contributor(String organisation) {
        return of("contributor", organisation, "contributor-of-" + organisation);
    }

    public static String analyst() {
        return of("analyst", "registry", "analyst-1");
    }

    public static String publisher() {
        return of("publisher", "registry", "publisher-1");
    }

    public static String admin() {
        return of("admin", "registry", "admin-1");
    }

    /** The same each time, as clients keep theirs while it lasts: an hour, longer than any run. */
    public static String of(String role, String organisation, String subject) {
        return KEPT.computeIfAbsent(List.of(role, organisation, subject), who -> signed(role, organisation, subject));
    }

    private static String signed(String role, String organisation, String subject) {
        return Jwt.issuer(ISSUER).audience("harm-registry").subject(subject).upn(subject)
                .claim("roles", Set.of(role)).claim("organisation", organisation)
                .expiresIn(3600).sign();
    }

    /** A token of the right form whose time is over. */
    public static String expired() {
        return Jwt.issuer(ISSUER).audience("harm-registry").subject("analyst-1").claim("roles", Set.of("analyst"))
                .issuedAt(1_500_000_000L).expiresAt(1_500_003_600L).sign();
    }

    /** A token for another service. */
    public static String ofOtherAudience() {
        return Jwt.issuer(ISSUER).audience("another-service").subject("analyst-1").claim("roles", Set.of("analyst"))
                .expiresIn(3600).sign();
    }
}
