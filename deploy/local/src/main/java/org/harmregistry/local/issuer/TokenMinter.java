package org.harmregistry.local.issuer;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes bearer tokens as the identity provider of a larger site would: roles, organisation, a subject without a name. */
public final class TokenMinter {

    public static final String AUDIENCE = "harm-registry";
    public static final Set<String> ROLES = Set.of("contributor", "analyst", "publisher", "custodian", "party", "admin");

    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final SigningKey key;
    private final URI issuer;
    private final Duration lifetime;

    /**
     * @param registryHome the suite's state folder, which holds the key (made here if there is none)
     * @param issuer the address under which verifiers find that key
     */
    public TokenMinter(Path registryHome, URI issuer) {
        this(registryHome, issuer, LIFETIME);
    }

    /** As the other, for tokens of another life than eight hours. */
    public TokenMinter(Path registryHome, URI issuer, Duration lifetime) {
        this.key = SigningKey.in(registryHome);
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /**
     * A signed token (RS256). The same three values give the same subject on every machine, other values another one.
     *
     * @param role one of {@link #ROLES}
     * @param organisation the caller's organisation; for the role {@code party} the slug of the party it speaks for
     * @param person tells the people of one organisation apart; it does not appear in the token
     * @throws IllegalArgumentException if the role is unknown or the organisation is not a slug
     */
    public String mint(String role, String organisation, String person) {
        check(role, organisation);
        return sign(claims(role, organisation, person));
    }

    /** A token for a service of the registry, on its own behalf: with the one role that people do not get. */
    String mintForService(String service) {
        return sign(claims("service", service, "client"));
    }

    /** @throws IllegalArgumentException if the role is unknown or the organisation is not a slug */
    public static void check(String role, String organisation) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("There is no role " + role + "; the roles are "
                    + String.join(", ", ROLES.stream().sorted().toList()));
        }
        if (!ORGANISATION.matcher(organisation).matches()) {
            throw new IllegalArgumentException(
                    "The organisation must be 1 to 63 lower-case letters, digits and hyphens, such as org-a");
        }
    }

    private JwtClaims claims(String role, String organisation, String person) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer.toString());
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject(role, organisation, person).toString());
        claims.setStringListClaim("roles", List.of(role));
        claims.setStringClaim("organisation", organisation);
        if (role.equals("party")) {
            claims.setStringClaim("party", organisation);
        }
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        NumericDate expiry = NumericDate.now();
        expiry.addSeconds(lifetime.toSeconds());
        claims.setExpirationTime(expiry);
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.id());
        signature.setHeader("typ", "JWT");
        signature.setKey(key.privateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }

    /** A UUID of version 8 (RFC 9562) over the values with their lengths, so that no two triples run together. */
    static UUID subject(String... values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            long high = hash.getLong() & ~0xF000L | 0x8000L;
            long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
