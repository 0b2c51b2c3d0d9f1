package org.harmregistry.incidents.incident.domain;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * On what an incident's numbers of killed and injured rest, once they rest on more than what was recorded with it.
 *
 * @param kind {@code derived} by a rule from what cited sources claim, or {@code set_by_hand}
 * @param rule name and version of the rule; {@code null} if set by hand
 * @param at when they were derived or set, UTC
 */
@Schema(name = "CountBasis", description = "On what the numbers of killed and injured rest; absent while they are as recorded.")
public record CountBasis(@Schema(description = "derived or set_by_hand") String kind, String rule, Instant at) {
}
