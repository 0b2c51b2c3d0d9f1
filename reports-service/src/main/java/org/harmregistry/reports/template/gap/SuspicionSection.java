package org.harmregistry.reports.template.gap;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.FrozenStatistics;
import org.harmregistry.reports.wording.Wording;

/** The part of the records that rules of suspicion mark: rule by rule, and together with each event once. */
final class SuspicionSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    SuspicionSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        List<IncidentCounts.RulePart> parts = evidence.counts().byRule();
        if (!parts.isEmpty()) {
            List<Table.Row> rows = new ArrayList<>();
            parts.forEach(part -> {
                figures(part.rule(), part.rule(), wording.text("suspicion.counts", part.rule()), part.counts());
                rows.add(row(part.rule(), part.counts(), false));
            });
            FrozenStatistics union = evidence.counts().underAnyRule();
            if (union != null) {
                figures("any", wording.text("suspicion.any"), wording.text("suspicion.union.counts",
                        String.join(wording.text("list.separator"), evidence.caseFile().rules())), union);
                rows.add(row(wording.text(parts.size() == 2 ? "suspicion.union" : "suspicion.union.many"), union, true));
            }
            blocks.add(Block.note(wording.text("suspicion.note")));
            blocks.add(Block.table(table(rows)));
            parts.forEach(part -> ruleText(part.rule(), blocks));
            if (union != null) {
                blocks.add(Block.figures(List.of("suspicion.any.events", "suspicion.any.killed")));
            }
        }
        return new Section("suspicion", wording.text("suspicion.heading"), blocks);
    }

    private void ruleText(String rule, List<Block> blocks) {
        String text = evidence.caseFile().ruleTexts().get(rule);
        if (text != null) {
            blocks.add(Block.paragraph(wording.text("suspicion.rule.text", rule, text)));
        }
    }

    private void figures(String key, String name, String counts, FrozenStatistics part) {
        CountRange killed = part.statistics().total().civiliansKilled();
        sheet.add(part.proves(Figure.named("suspicion." + key + ".events", wording.text("suspicion.events.label", name))
                .value(part.statistics().total().incidents()).counts(counts).doesNotCount(wording.text("suspicion.not"))));
        sheet.add(part.proves(Figure.named("suspicion." + key + ".killed", wording.text("suspicion.killed.label", name))
                .range(killed.min(), killed.max()).counts(counts).doesNotCount(wording.text("suspicion.not"))));
    }

    private Table.Row row(String name, FrozenStatistics part, boolean marked) {
        var total = part.statistics().total();
        CountRange killed = total.civiliansKilled();
        return new Table.Row(name, List.of(wording.number(total.incidents()),
                wording.number(total.incidentsWithCiviliansKilled()), wording.range(killed.min(), killed.max())), null, marked);
    }

    private Table table(List<Table.Row> rows) {
        return new Table(wording.text("suspicion.caption", evidence.party().nameIn(wording.language())),
                List.of(new Table.Column(wording.text("suspicion.column.rule"), false),
                        new Table.Column(wording.text("suspicion.column.events"), true),
                        new Table.Column(wording.text("suspicion.column.harmful"), true),
                        new Table.Column(wording.text("suspicion.column.killed"), true)),
                rows);
    }
}
