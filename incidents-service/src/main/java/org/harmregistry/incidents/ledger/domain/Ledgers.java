package org.harmregistry.incidents.ledger.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.AllegationHistories;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.tally.PublishedTallies;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Works out ledgers from the allegations that a caller may see. */
@ApplicationScoped
public class Ledgers {

    private static final int MOST_NAMED = 100;

    private final Parties parties;
    private final AllegationHistories histories;
    private final PublishedTallies tallies;

    public Ledgers(Parties parties, AllegationHistories histories, PublishedTallies tallies) {
        this.parties = parties;
        this.histories = histories;
        this.tallies = tallies;
    }

    /** The ledger; fails with 409 {@code ledger_inconsistent} where transitions are no legal path. */
    public Uni<Ledger> ledger(Mutiny.Session session, Caller caller, LedgerQuestion question) {
        return parties.requireNamed(session, question.party(), "?party")
                .chain(() -> histories.transitions(session, caller, question.party(), question.knownBy(), question.asOf()))
                .map(transitions -> LedgerRule.of(transitions, question.from(), question.to()))
                .invoke(sums -> requireConsistent(caller, sums))
                .chain(sums -> published(session, question).map(found -> new Ledger(question, covers(caller, question),
                        sums.months(), found)));
    }

    private static Coverage covers(Caller caller, LedgerQuestion question) {
        return caller.readsAll() || AllegationPolicy.speaksFor(caller, question.party()) ? Coverage.ALL : Coverage.PUBLIC;
    }

    /** Which cases are at fault is for those who can mend them. */
    private static void requireConsistent(Caller caller, LedgerRule.Sums sums) {
        if (sums.inconsistent().isEmpty()) {
            return;
        }
        if (!caller.readsAll()) {
            throw Failure.of(LedgerFailure.LEDGER_INCONSISTENT);
        }
        throw Failure.of(LedgerFailure.LEDGER_INCONSISTENT, sums.inconsistent().stream().limit(MOST_NAMED)
                .map(id -> new Violation("/allegations/" + id, "The dated order of its transitions is no legal path."))
                .toList());
    }

    private Uni<Map<YearMonth, List<PublishedTally>>> published(Mutiny.Session session, LedgerQuestion question) {
        Clocks clocks = new Clocks(question.knownBy() == null ? KnownDay.NEVER : question.knownBy(), question.asOf());
        return tallies.monthlyReports(session, Set.of(question.party()), clocks)
                .map(found -> found.stream().collect(Collectors.groupingBy(tally -> tally.tally().month())));
    }
}
