package org.harmregistry.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;

/** The framework's own answer, with its search for the template of each address, is out of the way of every request. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AuthenticationFailuresTest {

    @ApplicationScoped
    static class Witness {

        private final AtomicReference<Optional<Object>> seen = new AtomicReference<>();

        /** After all that has to do with authentication. */
        void register(@Observes Filters filters) {
            filters.register(request -> {
                seen.set(Optional.ofNullable(request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER)));
                request.next();
            }, 150);
        }

        Optional<Object> seen() {
            return seen.getAndSet(null);
        }
    }

    @Inject
    Witness witness;

    @Test
    void nobodyElseAnswersWhoeverAsks() {
        given().post("/api/v1/notes").then().statusCode(401);
        assertThat(witness.seen()).isEmpty();

        given().auth().oauth2("no.token.ofours").post("/api/v1/notes").then().statusCode(401);
        assertThat(witness.seen()).isEmpty();
    }
}
