package org.harmregistry.incidents.count.domain;

import java.util.List;
import java.util.UUID;

/**
 * What one citation claims about an incident.
 *
 * @param citation id of the citation
 * @param version its version
 * @param source id of the source
 * @param stance how the source speaks of the incident
 * @param killed what it claims of people killed; {@code null} for nothing
 * @param injured what it claims of people injured; {@code null} for nothing
 * @param victims names as printed
 * @param standing what is held of the source
 */
public record Claim(UUID citation, long version, UUID source, ClaimStance stance, ClaimedHarm killed, ClaimedHarm injured,
        List<String> victims, SourceStanding standing) {

    public Claim {
        victims = victims == null ? List.of() : List.copyOf(victims);
        standing = standing == null ? SourceStanding.UNJUDGED : standing;
    }
}
