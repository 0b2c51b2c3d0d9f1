package org.harmregistry.incidents.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.incidents.incident.domain.CountBasis;
import org.harmregistry.incidents.incident.domain.DataQualityFinding;
import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.Grading;
import org.harmregistry.incidents.incident.domain.Harm;
import org.harmregistry.incidents.incident.domain.Impact;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.Infrastructure;
import org.harmregistry.incidents.incident.domain.Lineage;
import org.harmregistry.incidents.incident.domain.Occurrence;
import org.harmregistry.incidents.incident.domain.PartyInvolvement;
import org.harmregistry.incidents.incident.domain.Place;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.Strike;
import org.harmregistry.incidents.incident.domain.TextInLanguage;
import org.harmregistry.incidents.incident.domain.TotalsAsPublished;

/** What an incident looks like, for the API document; answers are written from the document that is kept. */
@Schema(name = "Incident", description = "An incident as the reader may see it. What is absent is unknown.")
public record IncidentResponse(UUID id,
        @Schema(description = "Lasting code for people: country, year of the start day, number.", examples = "SY-2017-00042") String code,
        @Schema(description = "Codes that the record had before its country or year was corrected; they still find it.") List<String> formerCodes,
        List<ExternalId> externalIds, String title, String summary, List<TextInLanguage> texts, Occurrence occurred,
        @Schema(description = "Where. Everybody sees the point as the centre of a fixed cell of 0.01 degrees, unless the record was taken "
                + "from a public data set.") Place place,
        Strike strike, List<PartyInvolvement> parties, HarmResponse harm, List<Infrastructure> infrastructure,
        List<Impact> impacts, List<DataQualityFinding> dataQuality, Lineage lineage, IncidentStatus status,
        Publication publication,
        @Schema(description = "The organisation whose record it is.") String organisation, String dataset, String licence,
        String attribution,
        @Schema(description = "Counts the changes that this reader could see.") long version,
        @Schema(description = "When the record was made, UTC.") Instant recordedAt,
        @Schema(description = "When it was last changed as far as this reader can see, UTC.") Instant updatedAt,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {

    /** Harm, with the grading that the registry gives it. */
    @Schema(name = "HarmOfIncident")
    public record HarmResponse(Boolean reported,
            @Schema(description = "How well the harm is established; absent while ungraded.") Grading grading,
            Casualties killed, Casualties injured, TotalsAsPublished totalsAsPublished,
            @Schema(description = "On what the numbers rest; absent while they are as they were recorded.") CountBasis countBasis) {
    }
}
