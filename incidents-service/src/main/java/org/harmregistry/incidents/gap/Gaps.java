package org.harmregistry.incidents.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.tally.PublishedTallies;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Answers questions about the gap from the tallies that were known by the day. */
@ApplicationScoped
class Gaps {

    private final UnitOfWork unitOfWork;
    private final Horizon horizon;
    private final Parties parties;
    private final PublishedTallies tallies;
    private final RecordedHarm recorded;
    private final AssessedMonths assessed;
    private final Clock clock;

    Gaps(UnitOfWork unitOfWork, Horizon horizon, Parties parties, PublishedTallies tallies, RecordedHarm recorded,
            AssessedMonths assessed, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.horizon = horizon;
        this.parties = parties;
        this.tallies = tallies;
        this.recorded = recorded;
        this.assessed = assessed;
        this.clock = clock;
    }

    Uni<Gap> gap(Caller caller, GapQuestion asked) {
        // What is malformed in the question is refused before the database is asked.
        recorded.incidents(asked, asked.place(), asked.period());
        return horizon.effective(asked.clocks().asOf())
                .chain(asOf -> answer(caller, asked.with(asked.clocks().at(asOf).withDay(clock)),
                        asked.clocks().knownBy()));
    }

    private Uni<Gap> answer(Caller caller, GapQuestion question, LocalDate knownBy) {
        return unitOfWork.run(session -> parties.requireNamed(session, question.party(), "?party")
                .chain(() -> question.by() == GapBy.MONTH ? months(session, question) : totals(session, question))
                .chain(gap -> question.by() != GapBy.MONTH ? Uni.createFrom().item(gap)
                        : assessed.beside(session, caller, question, knownBy, gap.rows()).map(gap::with))
                .chain(gap -> recorded.beside(session, caller, question, gap.rows()).map(gap::with)));
    }

    private Uni<Gap> months(Mutiny.Session session, GapQuestion question) {
        return tallies.monthlyReports(session, Set.of(question.party()), question.clocks())
                .map(reports -> answer(question, GapRule.byMonth(question, reports), List.of()));
    }

    private Uni<Gap> totals(Mutiny.Session session, GapQuestion question) {
        return tallies.deaths(session, question.party(), question.clocks()).map(published -> answer(question,
                question.by() == GapBy.PLACE ? GapRule.byPlace(question, published) : GapRule.one(question, published),
                GapRule.shownNotAdded(question, published)));
    }

    private static Gap answer(GapQuestion question, List<GapRow> rows, List<ShownTally> shown) {
        return new Gap(question.party(), new Gap.Filter(question.by(), question.place(), question.period().from(),
                question.period().to(), question.gradings()), question.clocks().knownBy(), question.clocks().asOf(), Gap.RULE,
                rows, shown);
    }
}
