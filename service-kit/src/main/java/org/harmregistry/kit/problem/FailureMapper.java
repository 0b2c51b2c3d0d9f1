package org.harmregistry.kit.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Turns a {@link Failure} into its RFC 9457 answer. */
@Provider
@Priority(Priorities.USER - 1)
public class FailureMapper extends ExceptionMapperBase<Failure> {

    @Override
    protected HttpProblem toProblem(Failure failure) {
        return ProblemAnswers.problem(failure);
    }
}
