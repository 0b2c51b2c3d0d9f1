package org.harmregistry.incidents.count.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.count.domain.CountAct;
import org.harmregistry.incidents.count.domain.CountKind;
import org.harmregistry.incidents.count.domain.CurrentCounts;
import org.harmregistry.incidents.count.domain.UsedClaim;
import org.harmregistry.incidents.count.domain.UsedVictims;
import org.harmregistry.incidents.incident.domain.Casualties;

/** An incident's numbers and on what they rest. */
@Schema(name = "Counts", description = "How many people were killed and injured, and on what the numbers rest. A bound that is absent is "
        + "unknown, which is not zero.")
record CountsResponse(UUID incident, Casualties killed, Casualties injured,
        @Schema(description = "recorded: as written with the incident. derived: by a rule from what cited sources claim. set_by_hand: by an "
                + "analyst, with a reason.") CountKind basis,
        @Schema(description = "Name and version of the rule, if derived.", examples = "counts-1") String rule,
        @Schema(description = "When they were derived, UTC.") Instant derivedAt,
        @Schema(description = "available, or unavailable: the sources could not be asked now, and the last derivation stands. Absent "
                + "unless derived.", enumeration = {
                        "available", "unavailable" }) String sources,
        @Schema(description = "Whether citations have changed since they were derived; for those who read all of them.") Boolean outdated,
        @Schema(description = "The claims as they stood when the numbers were derived: those whose citations the reader may see now.") List<UsedClaim> claims,
        @Schema(description = "How many claims counted, whoever may see them.") Integer claimsCounted,
        @Schema(description = "What the recorded persons came to; for those who read all of them.") UsedVictims victims,
        @Schema(description = "Why, if set by hand.") String reason,
        @Schema(description = "Who set them by hand or derived them.") String by,
        @Schema(description = "When they were set by hand, UTC.") Instant at,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf){

    static CountsResponse of(CurrentCounts counts) {
        return of(counts, null);
    }

    static CountsResponse of(CurrentCounts counts, Instant asOf) {
        CountAct act = counts.act();
        if (act == null) {
            return new CountsResponse(counts.incident(), counts.killed(), counts.injured(), CountKind.RECORDED, null, null,
                    null,
                    null, null, null, null, null, null, null, asOf);
        }
        boolean derived = counts.isDerived();
        boolean all = counts.readsAll();
        return new CountsResponse(counts.incident(), counts.killed(), counts.injured(), act.kind(), act.rule(),
                derived ? act.at() : null, counts.sources() == null ? null : counts.sources() ? "available" : "unavailable",
                counts.outdated(), derived ? counts.claims() : null, derived ? counted(act) : null,
                all ? act.victims() : null, all || !derived ? act.reason() : null, all ? act.by() : null,
                derived ? null : act.at(), asOf);
    }

    private static int counted(CountAct act) {
        return (int) act.claims().stream().filter(claim -> claim.killed().countedAs() != null
                || claim.injured().countedAs() != null).count();
    }
}
