package org.harmregistry.reports.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.figure.AsPublished;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.wording.Wording;

/** The figures that say what the records of a report add up to. */
public final class RecordFigures {

    private static final int WHOLE = 1;

    private final FigureSheet sheet;
    private final Wording wording;

    public RecordFigures(FigureSheet sheet, Wording wording) {
        this.sheet = sheet;
        this.wording = wording;
    }

    /** Events, those in which civilians were killed, civilians killed, and all deaths as data sets published them. */
    public List<String> whole(FrozenStatistics window) {
        Statistics.Totals total = window.statistics().total();
        List<String> keys = new ArrayList<>();
        keys.add(sheet.add(window.proves(Figure.named("records.events", wording.text("records.events.label"))
                .value(total.incidents()).counts(wording.text("records.events.counts"))
                .doesNotCount(wording.text("records.events.not")))));
        keys.add(sheet.add(window.proves(Figure.named("records.harmful", wording.text("records.harmful.label"))
                .value(total.incidentsWithCiviliansKilled()).counts(wording.text("records.harmful.counts"))
                .doesNotCount(wording.text("records.harmful.not")))));
        CountRange killed = total.civiliansKilled();
        keys.add(sheet.add(window.proves(Figure.named("records.killed", wording.text("records.killed.label"))
                .range(killed.min(), killed.upper()).counts(wording.text("records.killed.counts") + open(killed))
                .doesNotCount(wording.text("records.killed.not")))));
        total.totalsAsPublished().forEach(published -> keys.add(deaths(window, published)));
        return keys;
    }

    /** Civilians injured. */
    public String injured(FrozenStatistics window) {
        CountRange injured = window.statistics().total().civiliansInjured();
        return sheet.add(window.proves(Figure.named("records.injured", wording.text("records.injured.label"))
                .range(injured.min(), injured.upper()).counts(wording.text("records.injured.counts") + open(injured))
                .doesNotCount(wording.text("records.injured.not"))));
    }

    /** What nobody graded, and what nobody located, of the records counted; nothing where there are none. */
    public List<String> missing(FrozenStatistics window) {
        Statistics.Completeness completeness = window.statistics().completeness();
        List<String> keys = new ArrayList<>();
        if (completeness != null && completeness.ungraded() != null && completeness.notLocated() != null) {
            keys.add(missing(window, "ungraded", completeness.ungraded()));
            keys.add(missing(window, "not_located", completeness.notLocated()));
        }
        return keys;
    }

    private String missing(FrozenStatistics window, String what, double share) {
        return sheet.add(window.proves(Figure.named("records." + what, wording.text("records." + what + ".label"))
                .value(Math.round(Math.min(WHOLE, share) * window.statistics().total().incidents()))
                .counts(wording.text("records." + what + ".counts")).doesNotCount(wording.text("records." + what + ".not"))));
    }

    /** What began before the period and reaches into it: shown where there is any, and never added. */
    public List<Block> reaching(FrozenStatistics reaching, LocalDate from) {
        long events = reaching.statistics().total().incidents();
        CountRange killed = reaching.statistics().total().civiliansKilled();
        List<String> keys = List.of(
                sheet.add(reaching.proves(Figure.named("records.reaching.events", wording.text("records.reaching.events.label"))
                        .value(events).counts(wording.text("records.reaching.counts", from))
                        .doesNotCount(wording.text("records.reaching.not")))),
                sheet.add(reaching.proves(Figure.named("records.reaching.killed", wording.text("records.reaching.killed.label"))
                        .range(killed.min(), killed.upper()).counts(wording.text("records.reaching.counts", from))
                        .doesNotCount(wording.text("records.reaching.not")))));
        return events == 0 ? List.of()
                : List.of(Block.note(wording.text("records.reaching.note", wording.text("records.reaching.note.events", events),
                        from, wording.text("records.reaching.note.civilians", wording.range(killed.min(), killed.upper())))),
                        Block.figures(keys));
    }

    private String open(CountRange counted) {
        return counted.maxUnknownIn() == null || counted.maxUnknownIn() == 0 ? ""
                : " " + wording.text("records.killed.open", counted.maxUnknownIn());
    }

    private String deaths(FrozenStatistics window, Statistics.Published published) {
        return sheet
                .add(window.proves(Figure.named("records.deaths." + published.scheme(), wording.text("records.deaths.label"))
                        .asPublished(new AsPublished(published.scheme(), published.low(), published.best(), published.high()))
                        .counts(wording.text("records.deaths.counts", published.scheme()))
                        .doesNotCount(wording.text("records.deaths.not"))));
    }
}
