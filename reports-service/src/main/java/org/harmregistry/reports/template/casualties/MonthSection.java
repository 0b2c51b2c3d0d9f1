package org.harmregistry.reports.template.casualties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** The figures of the report's month, and whether they balance. */
final class MonthSection {

    private final CasualtyEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    MonthSection(CasualtyEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        evidence.tally().ifPresentOrElse(tally -> month(blocks, tally),
                () -> blocks.add(Block.note(wording.text("casualties.month.none"))));
        return new Section("month", wording.month(evidence.month()), blocks);
    }

    private void month(List<Block> blocks, Tally tally) {
        blocks.add(Block.figures(List.of(figure(tally, "carried", tally.carriedOver(), false),
                figure(tally, "new", tally.newReports(), false), figure(tally, "completed", tally.completed(), false),
                figure(tally, "open", tally.openAtEnd(), false))));
        blocks.add(Block.figures(List.of(figure(tally, "credible", tally.credible(), false),
                figure(tally, "non_credible", tally.nonCredible(), false),
                figure(tally, "duplicate", tally.duplicate(), false))));
        blocks.add(Block.figures(List.of(figure(tally, "deaths", tally.deathsInMonth(), true),
                figure(tally, "injured", tally.injuredInMonth(), true))));
        blocks.add(Block.table(identities(tally)));
        blocks.add(Block.paragraph(wording.text("casualties.reopened")));
    }

    private String figure(Tally tally, String name, Long value, boolean people) {
        FigureBuilder figure = Figure.named("month." + name, wording.text("casualties." + name + ".label"))
                .counts(wording.text("casualties." + name + ".counts"))
                .doesNotCount(people ? wording.text("casualties.deaths.not")
                        : wording.text("casualties.not", tally.area() == null ? wording.text("not_stated") : tally.area()));
        if (value == null) {
            figure.words(wording.text("not_stated"));
        } else {
            figure.value(value);
        }
        return sheet.add(figure
                .from(Query.of("/parties/" + evidence.party().slug() + "/tallies", Map.of("kind", "monthly_report")), null,
                        evidence.order().asOf())
                .records(new FigureRecords.Named(List.of(new RecordVersion(tally.id().toString(), tally.version()))))
                .source(evidence.cited().link(tally.source())));
    }

    private Table identities(Tally tally) {
        IdentityWords words = new IdentityWords(wording);
        return new Table(wording.text("casualties.identity.caption"),
                List.of(new Table.Column(wording.text("casualties.identity.column.name"), false),
                        new Table.Column(wording.text("casualties.identity.column.numbers"), true),
                        new Table.Column(wording.text("casualties.identity.column.result"), false)),
                List.of(new Table.Row(wording.text("casualties.identity.open.name"), List.of(
                        words.numbers("casualties.identity.open", tally.carriedOver(), tally.newReports(), tally.completed(),
                                tally.openAtEnd()),
                        words.result(tally.identity("open"))), null, false),
                        new Table.Row(wording.text("casualties.identity.closed.name"), List.of(
                                words.numbers("casualties.identity.closed", tally.credible(), tally.nonCredible(),
                                        tally.duplicate(), tally.completed()),
                                words.result(tally.identity("closed"))), null, false)));
    }
}
