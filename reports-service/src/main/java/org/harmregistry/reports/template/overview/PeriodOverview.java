package org.harmregistry.reports.template.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.PlacesMap;
import org.harmregistry.reports.template.RecordFigures;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The report on what the registry holds of a period. */
@ApplicationScoped
public class PeriodOverview implements ReportTemplate {

    private final OverviewCounting counting;

    PeriodOverview(OverviewCounting counting) {
        this.counting = counting;
    }

    @Override
    public TemplateName name() {
        return TemplateName.PERIOD_OVERVIEW;
    }

    @Override
    public Uni<ReportDocument> make(EditionOrder order) {
        return counting.count(order).map(evidence -> order.inEachLanguage(written -> write(evidence.in(written))));
    }

    static ReportDocument write(OverviewEvidence evidence) {
        EditionOrder order = evidence.order();
        Wording wording = order.wording();
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(records(evidence, sheet), new WeeksSection(evidence, sheet).write(),
                new PartsSection(evidence).write(), places(evidence));
        return new ReportDocument(List.of(wording.text("overview.lead", order.period().from(), order.period().to()),
                selection(order)), sections, sheet.all(), evidence.weeks().credits(), evidence.weeks().places(), List.of());
    }

    /** Which records are counted, in the words of the filter. */
    private static String selection(EditionOrder order) {
        Wording wording = order.wording();
        Map<String, String> chosen = order.definition().filterOrNone().incidents();
        List<String> parts = chosen.entrySet().stream().filter(entry -> !entry.getValue().equals("all"))
                .map(entry -> wording.text("overview.filter." + entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        String party = order.definition().filterOrNone().party();
        if (party != null) {
            parts.add(wording.text("overview.filter.party", party));
        }
        return parts.isEmpty() ? wording.text("overview.all")
                : wording.text("overview.selected", String.join(wording.text("clause.separator"), parts));
    }

    private static Section records(OverviewEvidence evidence, FigureSheet sheet) {
        EditionOrder order = evidence.order();
        Wording wording = order.wording();
        RecordFigures figures = new RecordFigures(sheet, wording);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("records.intro", order.period().from(), order.period().to())));
        if (evidence.isEmpty()) {
            blocks.add(Block.note(wording.text("overview.none")));
        }
        List<String> keys = new ArrayList<>(figures.whole(evidence.weeks()));
        keys.add(figures.injured(evidence.weeks()));
        blocks.add(Block.figures(keys));
        List<String> missing = figures.missing(evidence.weeks());
        if (!missing.isEmpty()) {
            blocks.add(Block.heading(wording.text("overview.missing")));
            blocks.add(Block.figures(missing));
        }
        blocks.addAll(figures.reaching(evidence.reachingIn(), order.period().from()));
        return new Section("records", wording.text("records.heading"), blocks);
    }

    private static Section places(OverviewEvidence evidence) {
        Wording wording = evidence.order().wording();
        return new Section("places", wording.text("overview.places"),
                new PlacesMap(wording).of(evidence.weeks().places()).map(Block::map).stream().toList());
    }
}
