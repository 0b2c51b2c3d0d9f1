package org.harmregistry.incidents.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A ledger worked out the simplest way there is, by another route than the service's: what is open on a day is asked of each
 * case by itself, never summed up from what came and went.
 */
public final class NaiveLedger {

    private static final Set<String> OPEN = Set.of("received", "under_assessment", "reopened");

    /** A dated state of one case. */
    public record Step(String state, LocalDate on) {
    }

    /** One month; closed holds credible, non-credible, duplicate, insufficient information. */
    public record Month(String month, int carriedOver, int received, int reopened, List<Integer> closed, int open) {
    }

    private final List<List<Step>> cases;

    /** @param cases the steps of each case, in their dated order */
    public NaiveLedger(List<List<Step>> cases) {
        this.cases = cases.stream().map(List::copyOf).toList();
    }

    public List<Month> months(YearMonth from, YearMonth to) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.add(new Month(month.toString(), openOn(month.atDay(1).minusDays(1)), steps(month, "received"),
                    steps(month, "reopened"), List.of(steps(month, "credible"), steps(month, "non_credible"),
                            steps(month, "duplicate"), steps(month, "insufficient_information")),
                    openOn(month.atEndOfMonth())));
        }
        return months;
    }

    private int openOn(LocalDate day) {
        int open = 0;
        for (List<Step> steps : cases) {
            String state = null;
            for (Step step : steps) {
                state = step.on().isAfter(day) ? state : step.state();
            }
            open += OPEN.contains(String.valueOf(state)) ? 1 : 0;
        }
        return open;
    }

    private int steps(YearMonth month, String state) {
        return (int) cases.stream().flatMap(List::stream)
                .filter(step -> step.state().equals(state) && YearMonth.from(step.on()).equals(month)).count();
    }
}
