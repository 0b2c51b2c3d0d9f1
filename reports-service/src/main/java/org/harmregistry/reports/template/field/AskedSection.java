package org.harmregistry.reports.template.field;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.wording.Wording;

/** What was demanded, and what was promised. */
final class AskedSection {

    private final FieldEvidence evidence;
    private final Wording wording;

    AskedSection(FieldEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (!evidence.asked().demands().isEmpty()) {
            blocks.add(Block.facts(evidence.asked().demands().stream().map(this::demand).toList()));
        }
        if (!evidence.asked().commitments().isEmpty()) {
            blocks.add(Block.heading(wording.text("field.promised")));
            blocks.add(Block.facts(evidence.asked().commitments().stream().map(this::promise).toList()));
        }
        return new Section("demands", wording.text("demands.intro"), blocks);
    }

    private Fact demand(Demand demand) {
        return new Fact(wording.text("demands.item", demand.madeOn() == null ? wording.text("not_stated") : demand.madeOn(),
                demand.by() == null ? wording.text("not_stated") : demand.by(), evidence.nameOf(demand.addressee()),
                wording.word("demand", demand.kind())),
                said(demand.text()) + wording.text("demands.state", wording.word("demand_state", demand.state())), null,
                evidence.cited().link(demand.source()));
    }

    private Fact promise(Commitment promise) {
        Object unknown = wording.text("not_stated");
        return new Fact(wording.text("field.promise", promise.madeOn() == null ? unknown : promise.madeOn(),
                evidence.nameOf(promise.party()), promise.dueOn() == null ? unknown : promise.dueOn()),
                said(promise.text()) + wording.text("demands.state", wording.word("commitment", promise.state())), null,
                evidence.cited().link(promise.source()));
    }

    private String said(String text) {
        return text == null ? "" : wording.apart(text) + " ";
    }
}
