package org.harmregistry.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

class RealmTest {

    private static final Path FILE = Path.of("../keycloak/realm.json");

    private static JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    @Test
    void theClusterImportsTheSameRealm() throws IOException {
        JsonNode imported = new YAMLMapper().readTree(Path.of("../kubernetes/components/keycloak/realm.yaml").toFile());
        assertThat(imported.at("/spec/realm")).isEqualTo(realm());
    }

    @Test
    void nobodyGetsATokenByWhatCanBeGuessedOrOverheard() throws IOException {
        List<String> open = new ArrayList<>();
        for (JsonNode client : realm().path("clients")) {
            for (String flow : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "fullScopeAllowed")) {
                if (client.path(flow).asBoolean(!flow.equals("implicitFlowEnabled"))) {
                    open.add(client.path("clientId").asText() + " " + flow);
                }
            }
            boolean proves = client.path("publicClient").asBoolean()
                    ? client.at("/attributes/pkce.code.challenge.method").asText().equals("S256")
                            || !client.path("enabled").asBoolean(true)
                    : client.path("clientAuthenticatorType").asText().equals("client-jwt");
            if (!proves || client.has("secret")) {
                open.add(client.path("clientId").asText() + " proves nothing");
            }
        }
        assertThat(open).isEmpty();
        assertThat(realm().path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm().path("bruteForceProtected").asBoolean(false)).isTrue();
        assertThat(realm().path("users")).hasSize(1)
                .allSatisfy(user -> assertThat(user.path("serviceAccountClientId").asText()).isEqualTo("sources-client"));
    }
}
