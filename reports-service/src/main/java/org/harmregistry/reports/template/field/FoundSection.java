package org.harmregistry.reports.template.field;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.PlacesMap;
import org.harmregistry.reports.template.RecordFigures;
import org.harmregistry.reports.wording.Wording;

/** The incidents of the area and period, and what they add up to. */
final class FoundSection {

    private final FieldEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    FoundSection(FieldEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        RecordFigures figures = new RecordFigures(sheet, wording);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("records.intro", evidence.order().period().from(),
                evidence.order().period().to())));
        if (evidence.records().statistics().total().incidents() == 0) {
            blocks.add(Block.note(wording.text("overview.none")));
        }
        List<String> keys = new ArrayList<>(figures.whole(evidence.records()));
        keys.add(figures.injured(evidence.records()));
        blocks.add(Block.figures(keys));
        List<String> missing = figures.missing(evidence.records());
        if (!missing.isEmpty()) {
            blocks.add(Block.figures(missing));
            blocks.add(Block.table(months()));
        }
        new PlacesMap(wording).of(evidence.records().places()).ifPresent(map -> blocks.add(Block.map(map)));
        blocks.addAll(figures.reaching(evidence.reachingIn(), evidence.order().period().from()));
        return new Section("records", wording.text("records.heading"), blocks);
    }

    private Table months() {
        return new Table(wording.text("records.month.events"),
                List.of(new Table.Column(wording.text("records.month.axis"), false),
                        new Table.Column(wording.text("suspicion.column.events"), true),
                        new Table.Column(wording.text("suspicion.column.harmful"), true),
                        new Table.Column(wording.text("suspicion.column.killed"), true)),
                evidence.records().statistics().groups().stream().filter(group -> group.key() != null)
                        .sorted(Comparator.comparing(Statistics.Group::key)).map(this::month).toList());
    }

    private Table.Row month(Statistics.Group group) {
        return new Table.Row(wording.month(YearMonth.parse(group.key())), List.of(wording.number(group.incidents()),
                wording.number(group.incidentsWithCiviliansKilled()),
                wording.range(group.civiliansKilled().min(), group.civiliansKilled().upper())), null, false);
    }
}
