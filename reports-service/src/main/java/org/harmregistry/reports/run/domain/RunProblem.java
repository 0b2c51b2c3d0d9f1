package org.harmregistry.reports.run.domain;

import java.util.List;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.Violation;

/**
 * Why a run waits or failed: the members of a problem document (RFC 9457) that do not depend on who asks.
 *
 * @param type address of the problem's description
 * @param title the same for every occurrence
 * @param status the HTTP status that it would be answered with
 * @param detail what happened this time
 * @param code stable code in lower_snake_case
 * @param violations places of the request at which it went wrong; absent for none
 */
public record RunProblem(String type, String title, int status, String detail, String code, List<Violation> violations) {

    public static RunProblem of(Failure failure) {
        FailureCode code = failure.code();
        return new RunProblem("/problems/" + code.code(), code.title(), code.kind().status(), failure.getMessage(), code.code(),
                failure.violations().isEmpty() ? null : failure.violations());
    }
}
