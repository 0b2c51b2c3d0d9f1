package org.harmregistry.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;

/**
 * What happens when authentication fails: {@link TokenFirst} and {@link SecurityRefusals} answer, and nobody else, since rights
 * stand on methods and on no path. The framework would have another answer ready, and looks up the template of every request's
 * address for it, whether authentication fails or not: a twentieth of the time that reading one record takes.
 */
@ApplicationScoped
class AuthenticationFailures {

    /** That of authentication, which comes first among equals and gets its answer ready; the template is looked up at 199. */
    private static final int PRIORITY = 200;

    void register(@Observes Filters filters) {
        filters.register(request -> {
            request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            request.next();
        }, PRIORITY);
    }
}
