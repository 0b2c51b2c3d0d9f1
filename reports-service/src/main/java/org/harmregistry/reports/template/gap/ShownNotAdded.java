package org.harmregistry.reports.template.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Tally;
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
        List<String> keys = new ArrayList<>();
        List<UUID> seen = new ArrayList<>();
        last.gap().shownNotAdded().stream().filter(tally -> tally.id() != null && !seen.contains(tally.id()))
                .forEach(tally -> {
                    seen.add(tally.id());
                    keys.add(figure(last, tally));
                });
        if (!keys.isEmpty()) {
            blocks.add(Block.paragraph(wording.text("said.shown.intro")));
            blocks.add(Block.figures(keys));
        }
    }

    private String figure(DatedGap dated, Tally tally) {
        boolean step = STEP.equals(tally.measure());
        String key = step ? "said.shown.step" : "said.shown";
        FigureBuilder figure = Figure.named("said.shown." + tally.id(),
                wording.text(key + ".label", tally.area(), PeriodWords.of(tally.period(), wording))).words(tally.words());
        if (tally.killed() != null) {
            figure.range(tally.killed().min(), tally.killed().max()).above(tally.killed().minExclusive());
        }
        return sheet.add(figure.counts(wording.text(key + ".counts", tally.by(), published(tally)))
                .doesNotCount(wording.text("said.shown.not"))
                .from(dated.query(), dated.gap().rule(), evidence.readAt()).knownBy(dated.day())
                .records(new FigureRecords.Named(List.of(new RecordVersion(tally.id().toString(), tally.version()))))
                .source(evidence.cited().link(tally.source())));
    }

    private String published(Tally tally) {
        if (tally.publishedOn() == null) {
            return wording.text("not_stated");
        }
        return "month".equals(tally.publishedOnPrecision()) ? wording.month(YearMonth.from(tally.publishedOn()))
                : wording.day(tally.publishedOn());
    }
}
