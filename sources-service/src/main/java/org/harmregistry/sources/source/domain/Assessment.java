package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * How far a source is relied on, and why.
 *
 * @param reliability of who speaks, A to F; {@code null} for not assessed
 * @param credibility of what is said, 1 to 6; {@code null} for not assessed
 * @param reason at most 1,000 characters
 */
public record Assessment(Reliability reliability, Integer credibility, String reason) {

    public Assessment {
        if (credibility != null && (credibility < 1 || credibility > 6)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/credibility", "A whole number from 1 to 6 is taken here.");
        }
        Texts.required(reason, 1_000, "/reason");
    }
}
