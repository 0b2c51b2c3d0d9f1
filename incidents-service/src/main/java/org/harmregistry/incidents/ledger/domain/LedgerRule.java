package org.harmregistry.incidents.ledger.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.harmregistry.incidents.allegation.domain.AllegationHistories.DatedState;
import org.harmregistry.incidents.allegation.domain.AllegationState;

/**
 * The rule {@value #NAME}: carried over + new + reopened - closed = open, month by month, from the transitions alone.
 */
public final class LedgerRule {

    public static final String NAME = "ledger-1";
    /** The rule in words, for the API document. */
    public static final String TEXT = "Rule " + NAME
            + ": carriedOver + new + reopened - closed.total = open, computed from the "
            + "transitions alone, each in the month of its own date. new counts transitions to received, reopened those to reopened, "
            + "closed those to an outcome; insufficient_information is an outcome of its own. open of a month is carriedOver of the next.";

    private LedgerRule() {
    }

    /**
     * What the transitions add up to.
     *
     * @param months every month asked for, in order
     * @param inconsistent the allegations whose transitions are no legal path; they make the months worthless
     */
    public record Sums(List<LedgerMonth> months, Set<UUID> inconsistent) {
    }

    /**
     * Adds the transitions up.
     *
     * @param transitions each allegation's together, in their dated order
     * @param from the first month
     * @param to the last month, not before the first
     */
    public static Sums of(List<DatedState> transitions, YearMonth from, YearMonth to) {
        TreeMap<YearMonth, LedgerMonth> months = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, LedgerMonth.begin(month, 0));
        }
        LedgerMonth before = LedgerMonth.begin(from, 0);
        Set<UUID> inconsistent = new LinkedHashSet<>();
        DatedState last = null;
        for (DatedState step : transitions) {
            boolean same = last != null && last.allegation().equals(step.allegation());
            if (!AllegationState.leads(same ? last.state() : null, step.state()) || same && step.on().isBefore(last.on())) {
                inconsistent.add(step.allegation());
            }
            YearMonth month = YearMonth.from(step.on());
            if (month.isBefore(from)) {
                before = before.and(step.state());
            } else {
                months.computeIfPresent(month, (key, counted) -> counted.and(step.state()));
            }
            last = step;
        }
        return new Sums(carry(before.open(), months), inconsistent);
    }

    private static List<LedgerMonth> carry(int carriedOver, TreeMap<YearMonth, LedgerMonth> months) {
        List<LedgerMonth> carried = new ArrayList<>();
        int open = carriedOver;
        for (LedgerMonth month : months.values()) {
            LedgerMonth next = month.carrying(open);
            carried.add(next);
            open = next.open();
        }
        return carried;
    }
}
