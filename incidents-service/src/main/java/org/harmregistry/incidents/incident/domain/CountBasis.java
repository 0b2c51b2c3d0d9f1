package org.harmregistry.incidents.incident.domain;

import java.time.Instant;

/**
 * On what an incident's numbers of killed and injured rest, once they rest on more than what was recorded with it.
 *
 * @param kind {@code derived} by a rule from what cited sources claim, or {@code set_by_hand}
 * @param rule name and version of the rule; {@code null} if set by hand
 * @param at when they were derived or set, UTC
 */
public record CountBasis(String kind, String rule, Instant at) {
}
