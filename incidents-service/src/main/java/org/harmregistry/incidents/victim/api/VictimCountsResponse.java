package org.harmregistry.incidents.victim.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.victim.domain.VictimCount;
import org.harmregistry.incidents.victim.domain.VictimCounts;

/** The recorded persons of an incident, counted. */
@Schema(name = "VictimCounts", description = "The persons recorded for an incident, by the minimum lists of SDG 16.1.2. Each person "
        + "counts once. These are the persons that the registry knows one by one; the incident's own numbers may be higher.")
public record VictimCountsResponse(UUID incident,
        @Schema(description = "Kinds with fewer persons are not shown one by one to this reader.") int smallestCell,
        @Schema(description = "All persons by outcome: killed, injured, missing.") Map<String, Long> byOutcome,
        @Schema(description = "Persons of each kind.") List<VictimCount> kinds,
        @Schema(description = "Persons of the kinds that are not shown, by outcome; empty if all are.") Map<String, Long> notShown,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {

    static VictimCountsResponse of(VictimCounts counts, Instant asOf) {
        return new VictimCountsResponse(counts.incident(), counts.smallestCell(), counts.byOutcome(), counts.kinds(),
                counts.notShown(), asOf);
    }
}
