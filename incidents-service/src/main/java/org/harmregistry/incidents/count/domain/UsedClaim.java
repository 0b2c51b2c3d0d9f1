package org.harmregistry.incidents.count.domain;

import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Casualties;

/**
 * A claim and what the rule made of it.
 *
 * @param citation id of the citation
 * @param version its version then
 * @param source id of the source
 * @param stance how the source speaks of the incident
 * @param victimsNamed how many names it prints
 * @param killed what was made of its claim of people killed
 * @param injured what was made of its claim of people injured
 */
public record UsedClaim(UUID citation, long version, UUID source, ClaimStance stance, int victimsNamed, Use killed,
        Use injured) {

    /**
     * One half of a claim.
     *
     * @param claimed what the source says; {@code null} for nothing
     * @param verdict what the rule made of it
     * @param countedAs the ranges that were counted; {@code null} if it did not count
     */
    public record Use(ClaimedHarm claimed, ClaimVerdict verdict, Casualties countedAs) {
    }
}
