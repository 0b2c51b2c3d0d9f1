package org.harmregistry.incidents.tally;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.record.DayPrecision;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;

/** A tally as it is written. */
@Schema(name = "TallyContent", description = "What was published about the allegations against a party, or about the deaths it "
        + "concedes or that others documented. All numbers are whole, 0 to 10,000,000; absent is unknown. The registry keeps "
        + "them as published and invents no allegation to fill them.")
public record Tally(
        @Schema(required = true) TallyKind kind,
        @Schema(required = true) Stance stance,
        @Schema(description = "Who says it: an office or organisation", maxLength = 300) String by,
        @Schema(type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$", examples = "2018-06", description = "The month that a monthly report is about") YearMonth month,
        @Schema(description = "The period that a total is about") Period period,
        @Schema(description = "The area that it is about, as published", maxLength = 200, examples = "Raqqa") String area,
        @Schema(description = "Name of a place within the area", maxLength = 300) String placeName,
        @Schema(description = "When it was published; known in the world from then on") LocalDate publishedOn,
        @Schema(description = "How exactly publishedOn is known; day unless given. With month or year it counts as known from "
                + "the end of that month or year") DayPrecision publishedOnPrecision,
        @Schema(description = "Allegations open when the month began") Integer carriedOver,
        @Schema(description = "Allegations received in the month") Integer newReports,
        @Schema(description = "Allegations closed in the month") Integer completed,
        @Schema(description = "Of the completed: found credible") Integer credible,
        @Schema(description = "Of the completed: found non-credible") Integer nonCredible,
        @Schema(description = "Of the completed: found to repeat another") Integer duplicate,
        @Schema(description = "Allegations open when the month ended") Integer openAtEnd,
        @Schema(description = "Of openAtEnd: reopened") Integer reopened,
        @Schema(description = "Deaths conceded by the month's report") Integer deathsInMonth,
        @Schema(description = "Injuries conceded by the month's report") Integer injuredInMonth,
        @Schema(description = "Strikes since the operation began") Integer strikesCumulative,
        @Schema(description = "Engagements since the operation began") Integer engagementsCumulative,
        @Schema(description = "Allegations received since the operation began") Integer reportsCumulative,
        @Schema(description = "Allegations found credible since the operation began") Integer credibleCumulative,
        @Schema(description = "Deaths conceded since the operation began") Integer deathsCumulative,
        @Schema(description = "A total's number, in its unit") CountRange killed,
        @Schema(description = "The words of a total for which no number is given, such as hundreds; never together with killed", maxLength = 300) String words,
        @Schema(description = "What killed or words count; killed unless given") Unit unit,
        @Schema(description = "total unless given; a step is shown, never added") Measure measure,
        SourceReference source,
        @Schema(maxLength = 10000) String notes,
        List<ExternalId> externalIds) implements RecordContent {

    public Tally {
        Fields.required(kind, "/kind");
        Fields.required(stance, "/stance");
        Fields.month(month, "/month");
        Fields.name(area, "/area");
        Fields.day(publishedOn, "/publishedOn");
        TallyNumbers.check(carriedOver, newReports, completed, credible, nonCredible, duplicate, openAtEnd, reopened,
                deathsInMonth, injuredInMonth, strikesCumulative, engagementsCumulative, reportsCumulative,
                credibleCumulative, deathsCumulative);
        if (kind == TallyKind.MONTHLY_REPORT) {
            Fields.required(month, "/month");
        }
        unit = unit == null && (killed != null || words != null) ? Unit.KILLED : unit;
        measure = measure == null && (killed != null || words != null) ? Measure.TOTAL : measure;
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, by, "/by");
        Fields.atMost(Fields.MAX_AREA, area, "/area");
        Fields.atMost(Fields.MAX_LINE, placeName, "/placeName");
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        ExternalId.check(externalIds);
        SourceReference.check(source);
        CountRange.checkOne(killed, "/killed", words, "/words");
        if (period != null) {
            period.check("/period");
        }
    }

    LocalDate knownOn() {
        return KnownDay.of(publishedOn, publishedOnPrecision);
    }
}
