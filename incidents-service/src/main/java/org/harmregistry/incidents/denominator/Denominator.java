package org.harmregistry.incidents.denominator;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.record.DayPrecision;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;

/** A denominator as it is written. */
@Schema(name = "DenominatorContent", description = "How much force a party used in a period and area, as published")
public record Denominator(
        @Schema(required = true) DenominatorKind kind,
        @Schema(description = "More about what was counted", maxLength = 300, examples = "artillery") String type,
        CountRange count,
        @Schema(description = "The words where no number is given, such as several thousand; never together with count", maxLength = 300) String words,
        Period period,
        @Schema(description = "The country, where it lies in one: two letters of ISO 3166-1", examples = "SY") String country,
        @Schema(description = "The area, as published", maxLength = 200) String area,
        @Schema(description = "When it was published; known in the world from then on") LocalDate publishedOn,
        @Schema(description = "How exactly publishedOn is known; day unless given. With month or year it counts as known from "
                + "the end of that month or year") DayPrecision publishedOnPrecision,
        @Schema(description = "Who says it: an office or organisation", maxLength = 300) String by,
        SourceReference source,
        @Schema(maxLength = 10000) String notes,
        List<ExternalId> externalIds) implements RecordContent {

    public Denominator {
        Fields.required(kind, "/kind");
        Fields.country(country, "/country");
        Fields.name(area, "/area");
        Fields.day(publishedOn, "/publishedOn");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, type, "/type");
        Fields.atMost(Fields.MAX_AREA, area, "/area");
        Fields.atMost(Fields.MAX_LINE, by, "/by");
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        ExternalId.check(externalIds);
        SourceReference.check(source);
        CountRange.checkOne(count, "/count", words, "/words");
        if (period != null) {
            period.check("/period");
        }
    }

    LocalDate knownOn() {
        return KnownDay.of(publishedOn, publishedOnPrecision);
    }
}
