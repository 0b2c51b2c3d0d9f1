package org.harmregistry.reports.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.reports.figure.AsPublished;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.wording.Wording;

/**
 * A figure as people see it.
 *
 * @param figure the figure
 * @param wording the language
 */
public record FigureFace(Figure figure, Wording wording) {

    private static final int BIG = 18;
    private static final Pattern OF_ONE_INCIDENT = Pattern
            .compile("/api/v1/incidents/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\?.*)?");

    /** The number, the range or the words. */
    public String number() {
        AsPublished totals = figure.asPublished();
        if (totals != null) {
            return wording.number(totals.low()) + " / " + wording.number(totals.best()) + " / " + wording.number(totals.high());
        }
        if (figure.words() != null) {
            return wording.apart(figure.words());
        }
        if (figure.value() != null) {
            return wording.number(figure.value());
        }
        if (Boolean.TRUE.equals(figure.minExclusive()) && figure.max() == null) {
            return wording.text("range.more_than", figure.min());
        }
        return wording.range(figure.min(), figure.max());
    }

    /** True if what is shown is too long to be set big. */
    public boolean wordy() {
        return number().length() > BIG;
    }

    public String asOf() {
        return figure.asOf() == null ? "" : wording.instant(figure.asOf());
    }

    public String knownBy() {
        return figure.knownBy() == null ? "" : wording.day(figure.knownBy());
    }

    /** The frozen list behind the figure, or {@code null}. */
    public FigureRecords.Frozen frozen() {
        return figure.records() instanceof FigureRecords.Frozen list ? list : null;
    }

    public String frozenCount() {
        return frozen() == null ? "" : wording.text("page.records.count", frozen().count());
    }

    /** The one incident that the figure was read from, by its id; {@code null} if it is of many, or of something else. */
    public String incident() {
        Matcher read = figure.query() == null ? null : OF_ONE_INCIDENT.matcher(figure.query());
        return read != null && read.matches() ? read.group(1) : null;
    }

    /** The records that are named one by one. */
    public List<RecordVersion> named() {
        return figure.records() instanceof FigureRecords.Named list ? list.items() : List.of();
    }
}
