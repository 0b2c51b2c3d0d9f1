package org.harmregistry.kit.identity;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureMapper;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/**
 * Answers a missing or bad token that a method's annotation finds out. The problem extension's own mappers for these are built
 * against a later challenge type than the platform has.
 */
public class SecurityRefusals {

    private static final int BEFORE_THE_EXTENSION = 1;

    private final FailureMapper mapper;

    public SecurityRefusals(FailureMapper mapper) {
        this.mapper = mapper;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_EXTENSION)
    public Response unauthorized(UnauthorizedException refusal) {
        return unauthenticated();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    public Response failed(AuthenticationFailedException refusal) {
        return unauthenticated();
    }

    private Response unauthenticated() {
        return mapper.toResponse(Failure.of(CommonFailure.UNAUTHENTICATED).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }
}
