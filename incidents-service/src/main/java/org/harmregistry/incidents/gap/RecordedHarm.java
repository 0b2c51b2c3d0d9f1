package org.harmregistry.incidents.gap;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilterReading;
import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.statistics.domain.CivilianHarmTotals;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Adds to each row what the registry's own incidents of the party add up to. */
@ApplicationScoped
class RecordedHarm {

    private final CivilianHarmTotals totals;
    private final Gazetteer gazetteer;

    RecordedHarm(CivilianHarmTotals totals, Gazetteer gazetteer) {
        this.totals = totals;
        this.gazetteer = gazetteer;
    }

    /** The incidents that a question means, in one area and period; the area is {@code null} for all. */
    IncidentFilter incidents(GapQuestion question, String area, Period period) {
        return new IncidentFilterReading().party(question.party()).gradings(question.gradings()).place(area, gazetteer)
                .from(text(period.firstDay())).to(text(period.lastDay())).filter()
                .at(question.clocks().asOf());
    }

    /** One row after the other: a session takes one query at a time. */
    Uni<List<GapRow>> beside(Mutiny.Session session, Caller caller, GapQuestion question, List<GapRow> rows) {
        return Multi.createFrom().iterable(rows)
                .onItem().transformToUniAndConcatenate(row -> totals
                        .totals(session, caller, incidents(question, areaOf(question, row), row.period()))
                        .map(sums -> row.with(Recorded.of(sums))))
                .collect().asList();
    }

    private static String areaOf(GapQuestion question, GapRow row) {
        return question.by() == GapBy.PLACE ? row.key() : question.place();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
