package org.harmregistry.incidents.victim.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.incidents.victim.domain.AgeGroup;
import org.harmregistry.incidents.victim.domain.CivilianStatus;
import org.harmregistry.incidents.victim.domain.FamilyGroup;
import org.harmregistry.incidents.victim.domain.HarmCause;
import org.harmregistry.incidents.victim.domain.Outcome;
import org.harmregistry.incidents.victim.domain.SeenVictim;
import org.harmregistry.incidents.victim.domain.Sex;
import org.harmregistry.incidents.victim.domain.StatusEntry;
import org.harmregistry.incidents.victim.domain.Victim;
import org.harmregistry.incidents.victim.domain.VictimContent;
import org.harmregistry.incidents.victim.domain.VictimFinding;
import org.harmregistry.incidents.victim.domain.VictimName;

/** A person as one reader sees them. */
@Schema(name = "Victim", description = "A person harmed in an incident, as the reader may see them. Everybody sees names, sex, age, "
        + "cause and outcome of those whose name a publisher has made public, and nothing of anybody else.")
public record VictimResponse(UUID id, UUID incident,
        @Schema(description = "Names in several languages and scripts; absent for a person whose name is not known.") List<VictimName> names,
        FamilyGroup familyGroup, Sex sex, AgeGroup ageGroup,
        @Schema(description = "Years, 0 to 130, at the time of the harm.") Integer age, Boolean pregnant, CivilianStatus status,
        @Schema(description = "Whether sources dispute the status; the person then counts in the maximum only.") Boolean statusDisputed,
        HarmCause cause,
        @Schema(description = "What became of the person; follows from the timeline.") Outcome outcome,
        @Schema(description = "What the person was found to be, the earliest first.") List<StatusEntry> timeline,
        @Schema(description = "Ids in other registers of persons.") List<ExternalId> externalIds,
        @Schema(description = "Ids of the sources that tell of the person.") List<UUID> sources, String notes,
        @Schema(description = "recorded, or withdrawn: kept, and counted nowhere.", enumeration = {
                "recorded",
                "withdrawn" }) String state,
        @Schema(description = "Whether everybody may read the name.") Boolean namePublic,
        @Schema(description = "What the registry found; never a refusal.") List<VictimFinding> dataQuality,
        @Schema(description = "Counts the changes that this reader could see.") long version,
        @Schema(description = "When the record was made, UTC.") Instant recordedAt,
        @Schema(description = "When it was last changed as far as this reader can see, UTC.") Instant updatedAt,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf){

    static VictimResponse of(SeenVictim seen) {
        return of(seen, null);
    }

    static VictimResponse of(SeenVictim seen, Instant asOf) {
        return seen.view() == IncidentView.PUBLIC ? forEverybody(seen, asOf) : whole(seen, asOf);
    }

    private static VictimResponse whole(SeenVictim seen, Instant asOf) {
        Victim victim = seen.victim();
        VictimContent content = seen.content();
        return new VictimResponse(victim.id(), victim.incident(), content.names(), content.familyGroup(), content.sex(),
                content.ageGroup(), content.age(), content.pregnant(), content.status(), content.statusDisputed(),
                content.cause(), content.outcome(), content.timeline(), content.externalIds(), content.sources(),
                content.notes(), victim.isWithdrawn() ? "withdrawn" : "recorded", victim.isNamePublic(), seen.findings(),
                victim.version(), victim.recordedAt(), victim.updatedAt(), asOf);
    }

    private static VictimResponse forEverybody(SeenVictim seen, Instant asOf) {
        Victim victim = seen.victim();
        VictimContent content = seen.content();
        return new VictimResponse(victim.id(), victim.incident(), content.names(), null, content.sex(), content.ageGroup(),
                content.age(), null, null, null, content.cause(), content.outcome(), null, null, null, null, null, true,
                null, victim.publicVersion(), victim.recordedAt(), victim.publicUpdatedAt(), asOf);
    }
}
