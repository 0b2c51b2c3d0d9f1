package org.harmregistry.kit.identity;

import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * What happens when authentication fails: the request fails with the cause, and {@link SecurityRefusals} answers. The framework
 * would do the same, but looks up the template of every request's address before, whether authentication fails or not: a
 * twentieth of the time that reading one record takes.
 */
@ApplicationScoped
class AuthenticationFailures {

    /** Before authentication (200). */
    private static final int PRIORITY = 250;

    private static final BiConsumer<RoutingContext, Throwable> FAILING = (request, failure) -> {
        if (!request.failed()) {
            request.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    };

    void register(@Observes Filters filters) {
        filters.register(request -> {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAILING);
            request.next();
        }, PRIORITY);
    }
}
