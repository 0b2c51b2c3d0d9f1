package org.harmregistry.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The identity provider behind the gateway: people can log in, and nobody reaches more of it. Skipped where there is no nginx.
 */
class LoginDoorIT {

    @TempDir
    static Path folder;

    private static Upstream services;
    private static Upstream keycloak;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        services = new Upstream("services");
        keycloak = new Upstream(Nginx.KEYCLOAK);
        List<Integer> any = List.of(services.port());
        nginx = Nginx.inFrontOf(folder, Map.of("incidents-service", any, "sources-service", any, "reports-service", any,
                Nginx.KEYCLOAK, List.of(keycloak.port())));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
        List.of(services, keycloak).forEach(Upstream::close);
    }

    private static String ask(String host, String target, String... headers) throws IOException {
        try (SSLSocket socket = nginx.connect("127.0.0.1")) {
            socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/realms/harm-registry", "/realms/harm-registry/.well-known/openid-configuration",
            "/realms/harm-registry/protocol/openid-connect/auth?client_id=a&redirect_uri=https%3A%2F%2Fb%3Bc",
            "/resources/x/login/css/login.css", "/.well-known/oauth-authorization-server/realms/harm-registry" })
    void leadsToTheRealm(String target) throws Exception {
        String answer = ask(Nginx.LOGIN, target, "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Host: evil.test",
                "Forwarded: for=a");

        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("X-Part: keycloak")
                .containsOnlyOnce("Strict-Transport-Security").doesNotContain("Access-Control-");
        assertThat(keycloak.last().target()).isEqualTo(target);
        assertThat(keycloak.last().headers()).containsEntry("Host", List.of(Nginx.LOGIN))
                .containsEntry("X-forwarded-host", List.of(Nginx.LOGIN)).containsEntry("X-forwarded-proto", List.of("https"))
                .containsEntry("X-forwarded-for", List.of("127.0.0.1")).doesNotContainKey("Forwarded");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/admin", "/admin/master/console/", "/realms", "/realms/master/", "/realms/harm-registryx",
            "/health", "/metrics", "/q/health", "/api/v1/incidents", "/realms/harm-registry/;x", "/realms/harm-registry//x",
            "/realms/harm-registry/../master", "/realms/harm-registry/%2e%2e/master", "/resources/%2e%2e/admin",
            "/resources/..%2fadmin" })
    void leadsNowhereElse(String target) throws Exception {
        int before = keycloak.received().size() + services.received().size();

        assertThat(ask(Nginx.LOGIN, target)).matches("(?s)HTTP/1\\.1 40[04] .*").contains("application/problem+json");

        assertThat(keycloak.received().size() + services.received().size()).isEqualTo(before);
    }

    @Test
    void keepsNothing() throws Exception {
        String target = "/realms/harm-registry/vocabularies";
        assertThat(ask(Nginx.LOGIN, target)).isNotEqualTo(ask(Nginx.LOGIN, target)).doesNotContain("Cache-Status");
    }

    @Test
    void isUnderItsOwnNameAlone() throws Exception {
        assertThat(ask(Nginx.AUTHORITY, "/realms/harm-registry")).containsIgnoringCase("X-Part: services");
    }
}
