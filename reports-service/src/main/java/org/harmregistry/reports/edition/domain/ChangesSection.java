package org.harmregistry.reports.edition.domain;

import java.util.List;
import java.util.Optional;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.wording.Wording;

/** The section of an edition that says in what it differs from the one that it replaces. */
final class ChangesSection {

    private ChangesSection() {
    }

    static List<Section> write(Wording wording, Optional<Edition> before, List<FigureChange> changes) {
        if (before.isEmpty()) {
            return List.of();
        }
        int number = before.get().number();
        List<Block> blocks = changes.isEmpty() ? List.of(Block.paragraph(wording.text("changes.none", number)))
                : List.of(Block.paragraph(wording.text("changes.intro", number)), Block.table(table(wording, number, changes)));
        return List.of(new Section("changes", wording.text("changes.heading"), blocks));
    }

    private static Table table(Wording wording, int number, List<FigureChange> changes) {
        return new Table(wording.text("changes.caption", number),
                List.of(new Table.Column(wording.text("changes.figure"), false),
                        new Table.Column(wording.text("changes.before"), false),
                        new Table.Column(wording.text("changes.now"), false)),
                changes.stream().map(change -> new Table.Row(change.label(), List.of(said(wording, change.before()),
                        said(wording, change.now())), null, false)).toList());
    }

    private static String said(Wording wording, String value) {
        return value == null ? wording.text("changes.absent") : value;
    }
}
