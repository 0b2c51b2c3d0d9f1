package org.harmregistry.kit.bulk;

import java.util.List;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.Violation;

/**
 * Why a row was refused: the members of a problem document (RFC 9457) that make sense for a row.
 */
public record RowProblem(String type, String title, int status, String detail, String code, List<Violation> violations) {

    static RowProblem of(Failure failure) {
        return new RowProblem("/problems/" + failure.code().code(), failure.code().title(), failure.code().kind().status(),
                failure.getMessage(), failure.code().code(), failure.violations());
    }
}
