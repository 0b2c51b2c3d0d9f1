package org.harmregistry.incidents.count.domain;

import java.util.List;

import org.harmregistry.incidents.incident.domain.Casualties;

/**
 * What the rule finds.
 *
 * @param killed people killed; {@code null} if nothing tells of any
 * @param injured people injured; {@code null} if nothing tells of any
 * @param claims all claims, in the order of their citations' ids
 * @param victims what the known persons came to
 */
public record Derivation(Casualties killed, Casualties injured, List<UsedClaim> claims, UsedVictims victims) {

    boolean saysNothing() {
        return killed == null && injured == null;
    }
}
