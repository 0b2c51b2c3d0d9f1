package org.harmregistry.local.keycloak;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.local.Secrets;
import org.harmregistry.local.issuer.TokenMinter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whom one machine's Keycloak knows: for each role somebody who logs in under the role's name, with a password of the suite's
 * secrets; and for each token that is made by hand a program with a key.
 */
public final class KeycloakAccounts {

    /** Before a role's name: where its password stands in the suite's secrets. */
    public static final String PASSWORD = "keycloak-";
    private static final String TOKEN_KEY = "keycloak-tokens-key";

    private final String issuer;
    private final Secrets secrets;
    private final KeycloakAdministration keycloak;

    public KeycloakAccounts(String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
        this.keycloak = new KeycloakAdministration(issuer, secrets);
    }

    /** Makes those who are missing. */
    public void makePeople(String organisation) {
        // Made before any token is, or two commands at once could make two.
        secrets.rsaKey(TOKEN_KEY);
        TokenMinter.ROLES.forEach(role -> makePerson(role, organisation));
    }

    private void makePerson(String role, String organisation) {
        boolean made = keycloak.make("users", Map.of("username", role, "enabled", true, "attributes",
                attributes(role, organisation), "credentials",
                List.of(Map.of("type", "password", "value", secrets.get(PASSWORD + role), "temporary", false))));
        if (made) {
            keycloak.grant(keycloak.get("users?exact=true&username=" + role).path(0).path("id").asText(), role);
        }
    }

    /**
     * A token as {@code deploy/token} prints it. The same three values give the same subject for as long as the realm lasts.
     *
     * @throws IllegalArgumentException if the role is unknown or the organisation is not a slug
     */
    public String mint(String role, String organisation, String person, Duration lifetime) {
        TokenMinter.check(role, organisation);
        String name = "token-" + role + "-" + organisation + "-"
                + UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
        boolean made = keycloak.make("clients", program(name, lifetime));
        JsonNode program = keycloak.get("clients?clientId=" + name).path(0);
        String id = program.path("id").asText();
        if (made) {
            ObjectNode account = (ObjectNode) keycloak.get("clients/" + id + "/service-account-user");
            ObjectNode attributes = account.putObject("attributes");
            attributes(role, organisation).forEach((attribute, values) -> attributes.putArray(attribute).add(values.get(0)));
            keycloak.change("users/" + account.path("id").asText(), account);
            keycloak.grant(account.path("id").asText(), role);
        } else {
            ((ObjectNode) program.path("attributes")).put("access.token.lifespan", "" + lifetime.toSeconds());
            keycloak.change("clients/" + id, program);
        }
        return keycloak.token(issuer, Map.of("grant_type", "client_credentials", "client_id", name, "client_assertion_type",
                ClientAssertion.TYPE, "client_assertion", ClientAssertion.of(name, secrets.rsaKey(TOKEN_KEY), issuer)));
    }

    private Map<String, Object> program(String name, Duration lifetime) {
        Map<String, Object> program = new HashMap<>(Map.of("clientId", name, "publicClient", false,
                "clientAuthenticatorType", "client-jwt", "standardFlowEnabled", false, "directAccessGrantsEnabled", false,
                "serviceAccountsEnabled", true, "fullScopeAllowed", false));
        program.put("defaultClientScopes", List.of("basic", "registry"));
        program.put("attributes", Map.of("token.endpoint.auth.signing.alg", "PS256", "use.jwks.string", "true", "jwks.string",
                ClientAssertion.keySet(secrets.rsaKey(TOKEN_KEY)), "access.token.lifespan", "" + lifetime.toSeconds()));
        return program;
    }

    private static Map<String, List<String>> attributes(String role, String organisation) {
        return role.equals("party") ? Map.of("organisation", List.of(organisation), "party", List.of(organisation))
                : Map.of("organisation", List.of(organisation));
    }
}
