package org.harmregistry.reports.template.gap;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The report on the gap between what is documented and what a party concedes. */
@ApplicationScoped
public class AcknowledgementGap implements ReportTemplate {

    private final GapEvidenceCollection collection;

    AcknowledgementGap(GapEvidenceCollection collection) {
        this.collection = collection;
    }

    @Override
    public TemplateName name() {
        return TemplateName.ACKNOWLEDGEMENT_GAP;
    }

    @Override
    public Uni<ReportDocument> make(EditionOrder order) {
        return collection.collect(order)
                .map(evidence -> order.inEachLanguage(written -> write(evidence.in(written))));
    }

    static ReportDocument write(GapEvidence evidence) {
        Wording wording = evidence.order().wording();
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(
                new CaseSection(evidence, sheet).write(),
                new RecordsSection(evidence, sheet).write(),
                new SuspicionSection(evidence, sheet).write(),
                new SaidSection(evidence, sheet).write(),
                new PromiseSection(evidence, sheet).write());
        return new ReportDocument(
                List.of(wording.text("gap.lead", evidence.party().nameIn(wording.language())),
                        wording.text("gap.lead.registry")),
                sections, sheet.all(), credits(evidence), evidence.counts().window().places(), List.of());
    }

    private static List<Credit> credits(GapEvidence evidence) {
        return Stream.of(evidence.counts().credits().stream(),
                CitedSources.credits(evidence.sources().all().stream()),
                evidence.cited().credits().stream()).flatMap(credits -> credits).distinct().toList();
    }
}
