package org.harmregistry.incidents.gap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.AllegationHistories;
import org.harmregistry.incidents.allegation.domain.AllegationHistories.Concession;
import org.harmregistry.incidents.record.PartialDate;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Adds to each month what the party conceded in it by finding allegations credible, and the months that only have that. */
@ApplicationScoped
class AssessedMonths {

    private final AllegationHistories histories;

    AssessedMonths(AllegationHistories histories) {
        this.histories = histories;
    }

    Uni<List<GapRow>> beside(Mutiny.Session session, Caller caller, GapQuestion question, LocalDate knownBy,
            List<GapRow> rows) {
        return histories.concessions(session, caller, question.party(), null, knownBy, question.clocks().asOf())
                .map(concessions -> merged(rows, concessions.stream()
                        .filter(concession -> question.holds(concession.on().withDayOfMonth(1)))
                        .collect(Collectors.groupingBy(concession -> YearMonth.from(concession.on()).toString()))));
    }

    private static List<GapRow> merged(List<GapRow> rows, Map<String, List<Concession>> byMonth) {
        Map<String, GapRow> months = new TreeMap<>();
        rows.forEach(row -> months.put(row.key(), row));
        byMonth.forEach((month, concessions) -> months.merge(month, only(month).with(Assessed.of(concessions)),
                (row, own) -> row.with(own.assessed())));
        return List.copyOf(months.values());
    }

    private static GapRow only(String month) {
        PartialDate date = PartialDate.of(month);
        return GapRow.of(month, new Period(date, date), null, null);
    }
}
