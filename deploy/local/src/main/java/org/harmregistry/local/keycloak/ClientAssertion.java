package org.harmregistry.local.keycloak;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.BigEndianBigInteger;
import org.jose4j.lang.JoseException;

/** How a program proves to an identity provider who it is, by its private key (RFC 7523, private_key_jwt). */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final float MINUTES = 0.5f;

    private ClientAssertion() {
    }

    /**
     * @param key the client's private key, PKCS#8 in Base64
     * @param issuer the identity provider that it is for, and for no other
     */
    static String of(String client, String key, String issuer) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(issuer);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        signature.setKey(privateKey(key));
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the assertion could not be signed", e);
        }
    }

    /** The public half as a JWK Set (RFC 7517), as an identity provider takes it. */
    static String keySet(String key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"PS256\",\"kid\":\"1\",\"e\":\"AQAB\",\"n\":\""
                + modulus(key)
                + "\"}]}";
    }

    /** The modulus of the key as RFC 7518, 6.3.1 has it. */
    static String modulus(String key) {
        return BigEndianBigInteger.toBase64Url(privateKey(key).getModulus());
    }

    private static RSAPrivateCrtKey privateKey(String key) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
