package org.harmregistry.incidents.ledger.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.ledger.domain.LedgerMonth;
import org.harmregistry.incidents.tally.Identity;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.incidents.tally.Tally;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the party itself published about a month, and how it differs from the ledger. */
@Schema(name = "LedgerTally", description = "What the party itself published about the month, as published; reopened is part of openAtEnd there, "
        + "not a term of its own")
public record TallyBeside(@Schema(description = "Id of the tally") UUID id,
        @Schema(description = "When it was published") LocalDate publishedOn, @Schema(description = "Who says it") String by,
        Integer carriedOver, Integer newReports, Integer completed, Integer credible, Integer nonCredible, Integer duplicate,
        Integer openAtEnd, @Schema(description = "Of openAtEnd") Integer reopened, List<Identity> identities,
        Difference difference) {

    /** The tally less the ledger. */
    @Schema(name = "LedgerDifference", description = "The tally less the ledger, number by number; absent where the tally has none. The party "
            + "may count insufficient information as non-credible; here it is not folded in")
    public record Difference(Integer carriedOver, @JsonProperty("new") @Schema(name = "new") Integer received,
            @Schema(description = "completed less closed.total") Integer closed, Integer credible, Integer nonCredible,
            Integer duplicate, @Schema(description = "openAtEnd less open") Integer open) {

        static Difference of(Tally tally, LedgerMonth month) {
            return new Difference(less(tally.carriedOver(), month.carriedOver()), less(tally.newReports(), month.received()),
                    less(tally.completed(), month.closed().total()), less(tally.credible(), month.closed().credible()),
                    less(tally.nonCredible(), month.closed().nonCredible()),
                    less(tally.duplicate(), month.closed().duplicate()), less(tally.openAtEnd(), month.open()));
        }

        private static Integer less(Integer published, int counted) {
            return published == null ? null : published - counted;
        }
    }

    static TallyBeside of(PublishedTally published, LedgerMonth month) {
        Tally tally = published.tally();
        return new TallyBeside(published.id(), tally.publishedOn(), tally.by(), tally.carriedOver(), tally.newReports(),
                tally.completed(), tally.credible(), tally.nonCredible(), tally.duplicate(), tally.openAtEnd(),
                tally.reopened(), Identity.of(tally), Difference.of(tally, month));
    }
}
