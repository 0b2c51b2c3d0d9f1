package org.harmregistry.kit.problem;

import java.net.URI;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The one place where a failure becomes a problem document. */
public final class ProblemAnswers {

    private ProblemAnswers() {
    }

    /** The problem document (RFC 9457) of a failure, with {@code code} and {@code violations} as extension members. */
    public static HttpProblem problem(Failure failure) {
        var builder = HttpProblem.builder()
                .withType(type(failure.code()))
                .withTitle(failure.code().title())
                .withStatus(failure.code().kind().status())
                .withDetail(failure.getMessage())
                .with("code", failure.code().code());
        if (!failure.violations().isEmpty()) {
            builder.with("violations", failure.violations());
        }
        failure.headers().forEach(builder::withHeader);
        return builder.build();
    }

    static URI type(FailureCode code) {
        return URI.create("/problems/" + code.code());
    }
}
