package org.harmregistry.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problem;

import java.util.Set;

import jakarta.inject.Inject;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What is remembered stands for a verification: a request that carries it is not verified again. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RememberedTokenTest {

    /** No signature could make this a good token, so what lets it pass is the memory alone. */
    private static final String UNVERIFIABLE = "remembered.but.unverifiable";

    @Inject
    VerifiedTokens tokens;

    private record Token(String role) implements JsonWebToken {

        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) switch (name) {
                case "raw_token" -> UNVERIFIABLE + "." + role;
                case "sub" -> "subject-" + role;
                case "organisation" -> "org-a";
                case "exp" -> System.currentTimeMillis() / 1000 + 3_600;
                default -> null;
            };
        }
    }

    private Response create(String role) {
        return given().auth().oauth2(UNVERIFIABLE + "." + role).contentType("application/json").body("{\"text\": \"kept\"}")
                .post("/api/v1/notes");
    }

    private void remember(String role) {
        tokens.augment(QuarkusSecurityIdentity.builder().setPrincipal(new Token(role)).addRole(role).build(), null).await()
                .indefinitely();
    }

    @Test
    void isNotVerifiedAgainAndGivesItsRolesAlone() {
        create("contributor").then().spec(problem(401, "unauthenticated"));

        remember("contributor");
        create("contributor").then().statusCode(201).body("text", equalTo("kept"));

        remember("nobody");
        create("nobody").then().spec(problem(403, "forbidden"));
    }
}
