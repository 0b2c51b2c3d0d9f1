package org.harmregistry.reports.edition.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Why a step is taken; kept in the history.
 *
 * @param reason in the words of who takes it, 1 to 2,000 characters
 */
public record Reason(String reason) {

    private static final int LONGEST = 2_000;

    public Reason {
        if (reason == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/reason", "This field is required.");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/reason", "A reason has 1 to " + LONGEST + " characters.");
        }
    }
}
