package org.harmregistry.incidents.count.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Casualties;

/**
 * What an incident's numbers rested on from an instant on; acts are added and never changed.
 *
 * @param incident the incident
 * @param number 0 for the numbers as they were recorded, then from 1
 * @param kind on what they rest
 * @param rule name and version of the rule; {@code null} unless derived
 * @param killed people killed; {@code null} for nothing known
 * @param injured people injured; {@code null} for nothing known
 * @param claims the claims that the rule was given; {@code null} unless derived
 * @param victims what the known persons came to; {@code null} unless derived
 * @param reason why; may be {@code null} unless set by hand
 * @param by {@code sub} of who acted
 * @param at when, UTC
 */
public record CountAct(UUID incident, int number, CountKind kind, String rule, Casualties killed, Casualties injured,
        List<UsedClaim> claims, UsedVictims victims, String reason, String by, Instant at) {
}
