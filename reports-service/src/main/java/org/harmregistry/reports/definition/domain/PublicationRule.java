package org.harmregistry.reports.definition.domain;

import java.time.Instant;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Who lets an edition out, and when.
 *
 * @param rule {@code unattended}: by itself, once it is whole; {@code two_persons}: one publisher approves it and another one
 *        publishes it
 * @param embargoUntil no edition is out before this instant; may be absent
 */
public record PublicationRule(String rule, Instant embargoUntil) {

    public static final String UNATTENDED = "unattended";
    public static final String TWO_PERSONS = "two_persons";
    static final PublicationRule DEFAULT = new PublicationRule(UNATTENDED, null);

    public PublicationRule {
        if (!UNATTENDED.equals(rule) && !TWO_PERSONS.equals(rule)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/rule", "The rule is " + UNATTENDED + " or " + TWO_PERSONS + ".");
        }
    }
}
