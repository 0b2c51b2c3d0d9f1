package org.harmregistry.reports.template.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.template.FrozenStatistics;
import org.harmregistry.reports.wording.Wording;

/** The parts of the records by grading, by strike and by area. Each event is in one part of each table. */
final class PartsSection {

    private static final int LISTED = 50;
    private static final Comparator<Statistics.Group> MOST_FIRST = Comparator.comparingLong(Statistics.Group::incidents)
            .reversed().thenComparing(Statistics.Group::key, Comparator.nullsLast(Comparator.<String> naturalOrder()));

    private final OverviewEvidence evidence;
    private final Wording wording;

    PartsSection(OverviewEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (!evidence.isEmpty()) {
            blocks.add(Block.table(table("grading", evidence.gradings(), key -> wording.word("grading", key))));
            blocks.add(Block.table(table("strike", evidence.strikes(), key -> wording.word("strike_status", key))));
            blocks.add(Block.table(table("area", evidence.areas(), key -> key)));
        }
        return new Section("parts", wording.text("parts.heading"), blocks);
    }

    private Table table(String what, FrozenStatistics part, UnaryOperator<String> name) {
        List<Statistics.Group> groups = part.statistics().groups();
        List<Table.Row> rows = groups.stream().sorted(MOST_FIRST).limit(LISTED).map(group -> row(group, name)).toList();
        String caption = wording.text("parts." + what);
        return new Table(rows.size() == groups.size() ? caption
                : wording.text("parts.most", caption, rows.size(), groups.size()),
                List.of(new Table.Column(wording.text("parts.column." + what), false),
                        new Table.Column(wording.text("suspicion.column.events"), true),
                        new Table.Column(wording.text("suspicion.column.harmful"), true),
                        new Table.Column(wording.text("suspicion.column.killed"), true)),
                rows);
    }

    private Table.Row row(Statistics.Group group, UnaryOperator<String> name) {
        CountRange killed = group.civiliansKilled();
        return new Table.Row(group.key() == null ? wording.text("not_stated") : name.apply(group.key()),
                List.of(wording.number(group.incidents()), wording.number(group.incidentsWithCiviliansKilled()),
                        wording.range(killed.min(), killed.upper())),
                null, false);
    }
}
