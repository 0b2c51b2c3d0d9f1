package org.harmregistry.incidents.ledger.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.ledger.domain.Closed;
import org.harmregistry.incidents.ledger.domain.Coverage;
import org.harmregistry.incidents.ledger.domain.Ledger;
import org.harmregistry.incidents.ledger.domain.LedgerMonth;
import org.harmregistry.incidents.ledger.domain.LedgerQuestion;
import org.harmregistry.incidents.ledger.domain.LedgerRule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A party's ledger. */
@Schema(name = "Ledger", description = "The allegations made to a party, month by month. All numbers are allegations, whole, from 0")
public record LedgerResponse(@Schema(description = "Slug of the party") String party,
        @Schema(type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$") YearMonth from,
        @Schema(type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$") YearMonth to,
        @Schema(description = "Only what the world knew by this day; absent for all") LocalDate knownBy,
        @Schema(description = "Only what the registry had recorded by this instant; absent for today") Instant asOf,
        @Schema(description = "The rule, with its version") String rule,
        @Schema(description = "Which allegations it counts: all, for those who may see all of this party's; else the public ones") Coverage covers,
        List<Month> months) {

    /** One month. */
    @Schema(name = "LedgerMonth", description = "carriedOver + new + reopened - closed.total = open")
    public record Month(@Schema(type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$") YearMonth month,
            @Schema(description = "Open when the month began") int carriedOver,
            @JsonProperty("new") @Schema(name = "new", description = "Received in the month") int received,
            @Schema(description = "Reopened in the month") int reopened, ClosedByOutcome closed,
            @Schema(description = "Open when the month ended") int open,
            @Schema(description = "The party's own reports on this month, the earliest first, each checked by its own identities") List<TallyBeside> tallies) {
    }

    /** What was closed. */
    @Schema(name = "LedgerClosed", description = "Closed in the month, by outcome")
    public record ClosedByOutcome(int credible, int nonCredible, int duplicate,
            @Schema(description = "Never folded into nonCredible here") int insufficientInformation, int total) {

        static ClosedByOutcome of(Closed closed) {
            return new ClosedByOutcome(closed.credible(), closed.nonCredible(), closed.duplicate(),
                    closed.insufficientInformation(), closed.total());
        }
    }

    static LedgerResponse of(Ledger ledger) {
        LedgerQuestion question = ledger.question();
        return new LedgerResponse(question.party(), question.from(), question.to(), question.knownBy(), question.asOf(),
                LedgerRule.NAME, ledger.covers(), ledger.months().stream().map(month -> month(ledger, month)).toList());
    }

    private static Month month(Ledger ledger, LedgerMonth month) {
        return new Month(month.month(), month.carriedOver(), month.received(), month.reopened(),
                ClosedByOutcome.of(month.closed()), month.open(),
                ledger.tallies().getOrDefault(month.month(), List.of()).stream().map(tally -> TallyBeside.of(tally, month))
                        .toList());
    }
}
