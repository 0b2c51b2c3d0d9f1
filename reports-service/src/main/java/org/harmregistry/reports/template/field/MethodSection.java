package org.harmregistry.reports.template.field;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.StatedFieldwork;
import org.harmregistry.reports.wording.Wording;

/** How it was done: how interviews were held, what the investigation published, and what its report says of its own work. */
final class MethodSection {

    private final FieldEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    MethodSection(FieldEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("field.method.records")));
        blocks.add(Block.paragraph(wording.text("field.method.counting")));
        modes(blocks);
        if (!evidence.publications().isEmpty()) {
            blocks.add(Block.heading(wording.text("field.published")));
            blocks.add(Block.facts(evidence.publications().stream().map(this::publication).toList()));
            stated(blocks);
        }
        return new Section("method", wording.text("field.method"), blocks);
    }

    private void modes(List<Block> blocks) {
        List<Table.Row> rows = evidence.work().modes().groups().stream().filter(group -> group.key() != null)
                .map(group -> new Table.Row(wording.word("interview_mode", group.key()),
                        List.of(wording.number(group.interviews()), wording.number(group.people())), null, false))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(Block.table(new Table(wording.text("field.modes"),
                    List.of(new Table.Column(wording.text("field.column.mode"), false),
                            new Table.Column(wording.text("field.column.interviews"), true),
                            new Table.Column(wording.text("field.column.people"), true)),
                    rows)));
        }
    }

    private Fact publication(Source source) {
        String publisher = source.publisher() == null ? wording.text("not_stated") : source.publisher();
        String heading = source.day() == null ? wording.text("field.publication.undated", publisher)
                : wording.text("field.publication", source.day(), publisher);
        return new Fact(heading, source.title() == null ? "" : wording.apart(source.title()), null, source.link());
    }

    private void stated(List<Block> blocks) {
        StatedFieldwork stated = new StatedFieldwork(sheet, wording, evidence.order().asOf(), "field.stated.");
        evidence.publications().stream().filter(source -> source.fieldwork() != null).findFirst()
                .map(stated::figures).filter(keys -> !keys.isEmpty()).ifPresent(keys -> {
                    blocks.add(Block.paragraph(wording.text("field.stated")));
                    blocks.add(Block.figures(keys));
                });
    }
}
