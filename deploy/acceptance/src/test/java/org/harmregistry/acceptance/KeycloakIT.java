package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.local.Secrets;
import org.harmregistry.local.StateFolder;
import org.harmregistry.local.keycloak.KeycloakAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/**
 * The suite with Keycloak in place of the built-in issuer, as {@code deploy/up --keycloak} starts it, and the clients of its
 * realm: programs with keys, people with an app. Skipped where Maven has not fetched the distribution yet.
 */
@Tag("keycloak")
class KeycloakIT {

    private static final Suite suite = new Suite("keycloak", Map.of());
    private static final String INCIDENTS = "/api/v1/incidents";
    private static boolean started;
    private static String issuer;
    private static Properties secrets;
    private static BrowserLogin login;

    @BeforeAll
    static void start() throws IOException {
        Path distribution = Path.of(System.getProperty("maven.repository"), "org/keycloak/keycloak-quarkus-dist",
                System.getProperty("keycloak.version"), "keycloak-quarkus-dist-" + System.getProperty("keycloak.version")
                        + ".zip");
        assumeTrue(Files.exists(distribution), "Keycloak is not in Maven's repository: see CONTRIBUTING for the command");
        started = true;
        Suite.Outcome up = suite.up("--fresh", "--no-data", "--keycloak");
        System.out.println(up.output());
        assertThat(up.exit()).describedAs(up.output()).isZero();
        issuer = suite.baseOf("issuer") + "/realms/harm-registry";
        secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("target/keycloak/keys/secrets.properties"))) {
            secrets.load(reader);
        }
        login = new BrowserLogin(issuer, "harm-registry-app", "http://127.0.0.1:51004/callback");
    }

    @AfterAll
    static void stop() {
        if (started) {
            System.out.println(suite.status().output());
            suite.down();
        }
    }

    private static Caller as(String token) {
        return new Caller(suite.gateway(), token);
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aTokenByHandIsOneOfKeycloakWithNothingOfAPerson() throws IOException {
        JsonPath status = JsonPath.from(suite.status("--json").output());
        assertThat(status.getBoolean("parts.find { it.name == 'issuer' }.ready")).isTrue();

        String token = suite.token("contributor", "org-a", "one");
        JsonPath claims = claims(token);
        assertThat(claims.getString("iss")).isEqualTo(issuer);
        assertThat(claims.getString("aud")).contains("harm-registry");
        assertThat(claims.getList("roles")).isEqualTo(List.of("contributor"));
        assertThat(claims.getString("organisation")).isEqualTo("org-a");
        assertThat(claims.getMap("$").keySet()).doesNotContain("name", "given_name", "family_name", "email", "realm_access",
                "resource_access");
        assertThat(claims(suite.token("contributor", "org-a", "one")).getString("sub")).isEqualTo(claims.getString("sub"));
        assertThat(claims(suite.token("contributor", "org-a", "two")).getString("sub")).isNotEqualTo(claims.getString("sub"));

        HttpResponse<String> made = as(token).json("POST", INCIDENTS, SteadyLoad.incident("By a token of Keycloak"));
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
        assertThat(JsonPath.from(made.body()).getString("organisation")).isEqualTo("org-a");
    }

    @Test
    void rolesAreRespected() throws IOException {
        String contributor = suite.token("contributor", "org-roles");
        String address = Caller.header(as(contributor).json("POST", INCIDENTS, SteadyLoad.incident("To be accepted")),
                "Location");
        String id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(as(contributor).json("POST", address + "/submission", "{\"reason\": \"Ready\"}", "If-Match",
                Caller.header(as(contributor).get(address), "ETag")).statusCode()).isEqualTo(200);
        String acceptance = "{\"ids\": [\"" + id + "\"], \"reason\": \"Reviewed\"}";

        assertThat(as(contributor).json("POST", INCIDENTS + "/acceptance", acceptance).statusCode()).isEqualTo(403);
        assertThat(as(suite.token("contributor", "org-other")).get(address).statusCode()).isEqualTo(404);
        assertThat(as(null).get(address).statusCode()).isEqualTo(404);
        HttpResponse<String> accepted = as(suite.token("analyst")).json("POST", INCIDENTS + "/acceptance", acceptance);
        assertThat(accepted.statusCode()).describedAs(accepted.body()).isEqualTo(200);
    }

    /** The assertion is put together here by hand, as RFC 7523 and RFC 7518, 3.5 say. */
    @Test
    void aServiceProvesItselfByItsKeyAlone() throws Exception {
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secrets.getProperty("sources-client-key"))));
        String assertion = assertion("sources-client", key);
        HttpResponse<String> answer = clientCredentials(assertion);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        String token = JsonPath.from(answer.body()).getString("access_token");
        assertThat(claims(token).getList("roles")).isEqualTo(List.of("service"));
        assertThat(as(token).json("POST", INCIDENTS, SteadyLoad.incident("By a service")).statusCode()).isEqualTo(403);

        assertThat(clientCredentials(assertion).statusCode()).describedAs("the same assertion again").isEqualTo(400);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        assertThat(clientCredentials(assertion("sources-client", generator.generateKeyPair().getPrivate())).statusCode())
                .isIn(400, 401);
        assertThat(login.form("/token", "grant_type", "client_credentials", "client_id", "sources-client", "client_secret",
                "guessed").statusCode()).isIn(400, 401);
    }

    private static HttpResponse<String> clientCredentials(String assertion) throws IOException {
        return login.form("/token", "grant_type", "client_credentials", "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion);
    }

    private static String assertion(String client, PrivateKey key) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String signed = base64("{\"alg\":\"PS256\",\"typ\":\"JWT\"}") + "."
                + base64("{\"iss\":\"" + client + "\",\"sub\":\"" + client
                        + "\",\"aud\":\"" + issuer + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"iat\":" + now + ",\"exp\":"
                        + (now + 30)
                        + "}");
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A draft that came after its citation is seen by its organisation and by the service alone; nobody's token is at hand
     * then.
     */
    @Test
    void sourcesServiceAsksOnItsOwnBehalf() throws IOException {
        Caller contributor = as(suite.token("contributor", "org-cites"));
        String incident = INCIDENTS + "/" + UUID.randomUUID();
        String source = Caller.header(contributor.json("POST", "/api/v1/sources",
                "{\"kind\": \"article\", \"title\": \"Cites what comes later\"}"), "Location");
        String citation = Caller.header(contributor.json("POST", source + "/citations", "{\"incident\": \""
                + incident.substring(INCIDENTS.length() + 1) + "\", \"stance\": \"mentions\"}"), "Location");
        assertThat(contributor.json("PUT", incident, SteadyLoad.incident("Came later"), "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        suite.eventually(Duration.ofSeconds(60), () -> {
            try {
                return "verified".equals(contributor.read(citation).getString("verification"));
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void aPersonLogsInByCodeWithAProofKey() throws IOException {
        String password = secrets.getProperty("keycloak-contributor");
        BrowserLogin.Code code = login.code("contributor", password);
        HttpResponse<String> wrong = login.exchange(code, "another-verifier-than-the-one-that-was-promised-0123456789");
        assertThat(wrong.statusCode()).describedAs("a code with another's proof key").isEqualTo(400);

        BrowserLogin.Code second = login.code("contributor", password);
        HttpResponse<String> answer = login.exchange(second, second.verifier());
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        JsonPath tokens = JsonPath.from(answer.body());
        String access = tokens.getString("access_token");
        assertThat(tokens.getInt("expires_in")).isEqualTo(300);
        assertThat(claims(access).getList("roles")).isEqualTo(List.of("contributor"));
        HttpResponse<String> made = as(access).json("POST", INCIDENTS, SteadyLoad.incident("By a person with an app"));
        assertThat(made.statusCode()).describedAs(made.body()).isEqualTo(201);
        assertThat(JsonPath.from(made.body()).getString("organisation")).isEqualTo("harm-registry");

        assertThat(as(tokens.getString("id_token")).get(INCIDENTS + "?limit=1").statusCode())
                .describedAs("a token for another audience").isEqualTo(401);
        assertThat(as(access.substring(0, access.length() - 8) + "AAAAAAAA").get(INCIDENTS + "?limit=1").statusCode())
                .isEqualTo(401);

        HttpResponse<String> renewed = login.form("/token", "grant_type", "refresh_token", "client_id", "harm-registry-app",
                "refresh_token", tokens.getString("refresh_token"));
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(login.form("/token", "grant_type", "refresh_token", "client_id", "harm-registry-app", "refresh_token",
                tokens.getString("refresh_token")).statusCode()).describedAs("the same refresh token again").isEqualTo(400);
    }

    @Test
    void noOtherFlowIsOpen() throws IOException {
        for (String client : Set.of("harm-registry-app", "admin-cli")) {
            assertThat(
                    login.form("/token", "grant_type", "password", "client_id", client, "username", "contributor", "password",
                            secrets.getProperty("keycloak-contributor")).statusCode())
                    .describedAs(client).isIn(400, 401);
        }
        assertThat(login.refusal("response_type=code")).describedAs("no proof key").contains("error=invalid_request");
        assertThat(login.refusal("response_type=code&code_challenge=" + "a".repeat(43) + "&code_challenge_method=plain"))
                .contains("error=invalid_request");
        assertThat(
                login.refusal("response_type=token&nonce=n&code_challenge=" + "a".repeat(43) + "&code_challenge_method=S256"))
                .containsPattern("error=(unauthorized_client|unsupported_response_type)");
        assertThat(login.open("http://127.0.0.1:51004/elsewhere").statusCode()).isEqualTo(400);
        assertThat(login.open("https://elsewhere.test/callback").statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenThatEndedIsRefused() throws Exception {
        String token = new KeycloakAccounts(issuer, new Secrets(
                StateFolder.open(Path.of("target/keycloak")))).mint("contributor", "org-ended", "1",
                        Duration.ofSeconds(2));
        assertThat(as(token).get(INCIDENTS + "?limit=1").statusCode()).isEqualTo(200);
        // Two seconds, and the half minute by which clocks may differ.
        suite.eventually(Duration.ofSeconds(50), () -> status(token) == 401);
        assertThat(claims(token).getLong("exp")).isLessThan(Instant.now().getEpochSecond());
    }

    private static int status(String token) {
        try {
            return as(token).get(INCIDENTS + "?limit=1").statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
