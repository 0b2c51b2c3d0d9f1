package org.harmregistry.reports.template.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** The promise that the case follows, and whether it was kept. */
final class PromiseSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    PromiseSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (evidence.caseFile().commitmentDueOn() != null) {
            evidence.promise().ifPresentOrElse(promise -> promise(blocks, promise),
                    () -> blocks.add(Block.paragraph(wording.text("promise.none"))));
        }
        return new Section("promise", wording.text("promise.heading"), blocks);
    }

    private void promise(List<Block> blocks, Commitment promise) {
        Object madeOn = promise.madeOn() == null ? wording.text("not_stated") : promise.madeOn();
        blocks.add(Block.paragraph(wording.text("promise.text", madeOn, promise.dueOn(), promise.text())));
        blocks.add(Block.note(state(promise)));
        List<String> keys = new ArrayList<>();
        keys.add(sheet.add(Figure.named("promise.state", wording.text("promise.label", promise.dueOn()))
                .words(wording.word("commitment", promise.state()))
                .counts(wording.text("promise.counts", promise.dueOn(), rule(promise)))
                .doesNotCount(wording.text("promise.not"))
                .from(Query.of("/commitments", Map.of("party", evidence.party().slug())), rule(promise),
                        evidence.order().asOf())
                .records(records(promise)).source(evidence.cited().link(promise.source()))));
        evidence.tally(promise.decidingTally()).ifPresent(tally -> tally(blocks, keys, tally));
        blocks.add(Block.figures(keys));
    }

    private static String rule(Commitment promise) {
        return promise.stateBasis() == null ? "" : String.valueOf(promise.stateBasis().rule());
    }

    private static FigureRecords records(Commitment promise) {
        List<RecordVersion> records = new ArrayList<>();
        records.add(new RecordVersion(promise.id().toString(), promise.version()));
        if (promise.decidingTally() != null) {
            records.add(new RecordVersion(promise.decidingTally().toString(), null));
        }
        return new FigureRecords.Named(records);
    }

    private String state(Commitment promise) {
        boolean dated = promise.stateBasis() != null && promise.stateBasis().evidence() != null
                && promise.stateBasis().evidence().publishedOn() != null;
        if (dated && ("kept".equals(promise.state()) || "late".equals(promise.state()))) {
            return wording.text("promise.state." + promise.state(), promise.stateBasis().evidence().publishedOn());
        }
        return wording.text("promise.state", wording.word("commitment", promise.state()));
    }

    private void tally(List<Block> blocks, List<String> keys, Tally tally) {
        String month = tally.month() == null ? wording.text("not_stated") : wording.month(YearMonth.parse(tally.month()));
        String area = tally.area() == null ? wording.text("not_stated") : tally.area();
        blocks.add(Block.paragraph(wording.text("promise.tally", month) + ": "
                + wording.text("promise.opened", number(tally.carriedOver()), number(tally.newReports()),
                        number(tally.completed()), number(tally.openAtEnd()))
                + " " + wording.text("promise.closed", number(tally.credible()), number(tally.nonCredible()),
                        number(tally.duplicate()))
                + " " + wording.text("promise.deaths", number(tally.deathsInMonth()))
                + " " + wording.text("promise.tally.note", area)));
        if (tally.deathsInMonth() != null) {
            keys.add(sheet.add(Figure.named("promise.deaths", wording.text("promise.deaths.label", month))
                    .value(tally.deathsInMonth()).counts(wording.text("promise.deaths.counts", month, area))
                    .doesNotCount(wording.text("promise.deaths.not"))
                    .from(Query.of("/parties/" + evidence.party().slug() + "/tallies", Map.of("kind", "monthly_report")), null,
                            evidence.order().asOf())
                    .records(new FigureRecords.Named(List.of(new RecordVersion(tally.id().toString(), tally.version()))))
                    .source(evidence.cited().link(tally.source()))));
        }
    }

    private String number(Long number) {
        return number == null ? wording.text("not_stated") : wording.number(number);
    }
}
