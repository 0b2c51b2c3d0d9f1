package org.harmregistry.reports.template.gap;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** Totals of other periods and steps between totals: shown as known on the last day, and never added. */
final class ShownNotAdded {

    private static final String STEP = "step";

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    ShownNotAdded(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    void write(List<Block> blocks) {
        DatedGap last = evidence.gaps().get(evidence.gaps().size() - 1);
        Map<UUID, Gap.Shown> shown = new LinkedHashMap<>();
        last.gap().shownNotAdded().stream().filter(one -> one.tally() != null && one.tally().id() != null)
                .forEach(one -> shown.putIfAbsent(one.tally().id(), one));
        if (!shown.isEmpty()) {
            blocks.add(Block.heading(wording.text("said.shown.intro")));
            blocks.add(Block.figures(shown.values().stream().map(one -> figure(last, one)).toList()));
        }
    }

    private String figure(DatedGap dated, Gap.Shown shown) {
        String key = STEP.equals(shown.measure()) ? "said.shown.step" : "said.shown";
        String by = shown.tally().by() == null ? wording.text("not_stated") : shown.tally().by();
        FigureBuilder figure = Figure.named("said.shown." + shown.tally().id(),
                wording.text(key + ".label", shown.area(), PeriodWords.of(shown.period(), wording))).words(shown.words())
                .counts(wording.text(key + ".counts", by, published(shown)))
                .doesNotCount(wording.text("said.shown.not"));
        if (shown.min() != null || shown.max() != null) {
            figure.range(shown.min(), shown.max()).above(shown.minExclusive());
        }
        return sheet.add(figure.from(dated.query(), dated.gap().rule(), evidence.order().asOf()).knownBy(dated.day())
                .records(evidence.records(List.of(shown.tally().id()))).source(evidence.source(shown.tally().id())));
    }

    /** When it was published, no more precisely than that is known. */
    private String published(Gap.Shown shown) {
        if (shown.tally().publishedOn() == null) {
            return wording.text("not_stated");
        }
        boolean month = evidence.tally(shown.tally().id()).map(tally -> "month".equals(tally.publishedOnPrecision()))
                .orElse(false);
        return month ? wording.month(YearMonth.from(shown.tally().publishedOn())) : wording.day(shown.tally().publishedOn());
    }
}
