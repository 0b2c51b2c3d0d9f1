package org.harmregistry.reports.definition.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Who lets an edition out.
 *
 * @param rule {@code unattended}: by itself, once it is whole
 */
public record PublicationRule(String rule) {

    public static final String UNATTENDED = "unattended";
    private static final String TWO_PERSONS = "two_persons";

    public PublicationRule {
        if (TWO_PERSONS.equals(rule)) {
            throw Failure.at(DefinitionFailure.PUBLICATION_RULE_NOT_AVAILABLE, "/rule",
                    "Publication by two people is not available here.");
        }
        if (!UNATTENDED.equals(rule)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/rule", "The rule is " + UNATTENDED + ".");
        }
    }
}
