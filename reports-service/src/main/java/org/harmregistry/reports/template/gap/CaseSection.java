package org.harmregistry.reports.template.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.Statement;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.StatedFieldwork;
import org.harmregistry.reports.wording.Wording;

/** How the case began: who found what, what was used, what each side said, what was asked. */
final class CaseSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;
    private final List<Block> blocks = new ArrayList<>();

    CaseSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        Source report = evidence.sources().report();
        if (report != null) {
            blocks.add(Block.paragraph(published("case.intro", report)));
            fieldwork(report);
        }
        denominators();
        Source article = evidence.sources().article();
        if (article != null) {
            blocks.add(Block.paragraph(published("case.article", article)));
        }
        statements();
        demands();
        return new Section("case", wording.text("case.heading"), blocks);
    }

    private String published(String key, Source source) {
        return source.day() == null
                ? wording.text("case.intro.undated", "", source.publisher(), source.title())
                : wording.text(key, source.day(), source.publisher(), source.title());
    }

    private void fieldwork(Source report) {
        List<String> keys = new StatedFieldwork(sheet, wording, evidence.order().asOf(), "case.").figures(report);
        if (!keys.isEmpty()) {
            blocks.add(Block.figures(keys));
        }
    }

    private void denominators() {
        List<String> keys = evidence.voices().denominators().stream().map(this::denominator).toList();
        if (!keys.isEmpty()) {
            blocks.add(Block.figures(keys));
        }
    }

    private String denominator(Denominator item) {
        String kind = wording.word("denominator", item.kind());
        String type = item.type() == null ? "" : item.type();
        var figure = Figure.named("case.denominator." + item.id(), wording.text("denominator.label", kind, type))
                .words(item.words());
        if (item.count() != null) {
            figure.range(item.count().min(), item.count().max()).above(item.count().minExclusive());
        }
        return sheet.add(figure
                .counts(wording.text("denominator.counts", kind, type, item.area(), PeriodWords.of(item.period(), wording),
                        item.by()))
                .doesNotCount(wording.text("denominator.not"))
                .from(Query.of("/parties/" + evidence.party().slug() + "/denominators", Map.of()), null,
                        evidence.order().asOf())
                .records(new FigureRecords.Named(List.of(new RecordVersion(item.id().toString(), item.version()))))
                .source(evidence.cited().link(item.source())));
    }

    private void statements() {
        if (evidence.voices().statements().isEmpty()) {
            return;
        }
        blocks.add(Block.heading(wording.text("said.heading.short")));
        blocks.add(Block.facts(evidence.voices().statements().stream().map(this::statement).toList()));
    }

    private Fact statement(Said said) {
        Statement statement = said.statement();
        String speaker = statement.by() == null ? said.party().name() : statement.by();
        String heading = wording.text("said.statement", statement.on() == null ? wording.text("not_stated") : statement.on(),
                speaker, wording.word("channel", statement.channel()), wording.word("kind", statement.kind()));
        String number = statement.killed() == null ? ""
                : " " + wording.text("said.statement.killed",
                        wording.range(statement.killed().min(), statement.killed().max()));
        return new Fact(heading, wording.apart(statement.text()) + number, statement.quote(),
                evidence.cited().link(statement.source()));
    }

    private void demands() {
        if (evidence.voices().demands().isEmpty()) {
            return;
        }
        blocks.add(Block.heading(wording.text("demands.intro")));
        blocks.add(Block.facts(evidence.voices().demands().stream().map(this::demand).toList()));
    }

    private Fact demand(Demand demand) {
        String heading = wording.text("demands.item", demand.madeOn() == null ? wording.text("not_stated") : demand.madeOn(),
                demand.by(), evidence.party().nameIn(wording.language()), wording.word("demand", demand.kind()));
        return new Fact(heading, wording.apart(demand.text()) + " " + wording.text("demands.state",
                wording.word("demand_state", demand.state())), null, evidence.cited().link(demand.source()));
    }
}
