package org.harmregistry.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

class TokenIssuerTest {

    @TempDir
    Path home;

    private HttpServer server;
    private URI issuer;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(home.resolve("keys"));
        server = TokenIssuer.start(0, home);
        issuer = TokenIssuer.address(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void mintsWhatItsPublishedKeysVerify() throws Exception {
        JwtClaims claims = verified(new TokenMinter(home, issuer).mint("party", "coalition", "1"));

        assertThat(claims.getStringListClaimValue("roles")).isEqualTo(List.of("party"));
        assertThat(claims.getStringClaimValue("organisation")).isEqualTo("coalition");
        assertThat(claims.getStringClaimValue("party")).isEqualTo("coalition");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue()).isEqualTo(8 * 3600L);
        assertThat(claims.hasClaim("name")).isFalse();
    }

    @Test
    void givesEachPersonOneSubject() throws Exception {
        TokenMinter minter = new TokenMinter(home, issuer);

        String subject = verified(minter.mint("analyst", "org-a", "1")).getSubject();

        assertThat(verified(minter.mint("analyst", "org-a", "1")).getSubject()).isEqualTo(subject);
        assertThat(List.of(verified(minter.mint("analyst", "org-a", "2")).getSubject(),
                verified(minter.mint("analyst", "org-b", "1")).getSubject(),
                verified(minter.mint("publisher", "org-a", "1")).getSubject(),
                TokenMinter.subject("analyst", "org-a1", "").toString())).doesNotContain(subject).doesNotHaveDuplicates();
    }

    @Test
    void keepsItsKeyAndShowsNoMoreThanThePublicHalf() throws Exception {
        String before = get("/jwks").body();
        server.stop(0);
        start();

        assertThat(get("/jwks").body()).isEqualTo(before).contains("\"n\":").doesNotContain("\"d\":", "\"p\":");
        assertThat(Files.getPosixFilePermissions(home.resolve("keys/issuer.jwk")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesTokensOfAnotherKey(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("keys"));
        String forged = new TokenMinter(other, issuer).mint("admin", "org-a", "1");

        assertThatThrownBy(() -> verified(forged)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void refusesUnknownRoleAndMalformedOrganisation() {
        TokenMinter minter = new TokenMinter(home, issuer);

        assertThatThrownBy(() -> minter.mint("root", "org-a", "1")).hasMessageContaining("admin, analyst");
        assertThatThrownBy(() -> minter.mint("admin", "Org A\n", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesTheServiceItsTokenForItsSecretAlone() throws Exception {
        String form = "grant_type=client_credentials&client_id=sources-client&client_secret=";
        assertThat(post(form + "null").statusCode()).isEqualTo(401);
        Files.writeString(home.resolve("keys/secrets.properties"), "sources-client=a-secret\n");

        for (String wrong : List.of(form, form + "another", form + "%", "", "grant_type=password&" + form + "a-secret",
                form.replace("sources", "reports") + "a-secret", "x".repeat(10_000))) {
            assertThat(post(wrong).statusCode()).as(wrong.substring(0, Math.min(80, wrong.length()))).isEqualTo(401);
        }
        String answer = post(form + "a-secret").body();

        JwtClaims claims = verified(answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1"));
        assertThat(claims.getStringListClaimValue("roles")).isEqualTo(List.of("service"));
        assertThat(claims.getStringClaimValue("organisation")).isEqualTo("sources-service");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue()).isEqualTo(600L);
    }

    private HttpResponse<String> post(String form) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(issuer.resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersNothingButConfigurationAndKeys() throws Exception {
        assertThat(get("/token").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(issuer.resolve("/jwks"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build();
        assertThat(HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private JwtClaims verified(String token) throws Exception {
        String jwksUri = new ObjectMapper().readTree(get("/.well-known/openid-configuration").body()).get("jwks_uri").asText();
        JsonWebKeySet keys = new JsonWebKeySet(get(URI.create(jwksUri).getPath()).body());
        JwtConsumer consumer = new JwtConsumerBuilder().setRequireExpirationTime().setRequireSubject()
                .setExpectedIssuer(issuer.toString()).setExpectedAudience("harm-registry")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys())).build();
        return consumer.processToClaims(token);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(issuer.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
