package org.harmregistry.reports.template.dossier;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The dossier of one incident for the assessor of one party. */
@ApplicationScoped
public class IncidentDossier implements ReportTemplate {

    private final DossierCollection collection;

    IncidentDossier(DossierCollection collection) {
        this.collection = collection;
    }

    @Override
    public TemplateName name() {
        return TemplateName.INCIDENT_DOSSIER;
    }

    @Override
    public Uni<ReportDocument> make(EditionOrder order) {
        return collection.collect(order)
                .map(evidence -> order.inEachLanguage(written -> write(evidence.in(written))));
    }

    static ReportDocument write(DossierEvidence evidence) {
        Wording wording = evidence.order().wording();
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(new EventSection(evidence.of()).write(),
                new HarmSection(evidence.of(), sheet).write(), new EvidenceSection(evidence.of()).write(),
                new ToldSection(wording, evidence.party().nameIn(wording.language()), evidence.allegations(), evidence.told())
                        .write(),
                new AnswerSection(evidence).write());
        return new ReportDocument(
                List.of(wording.text("dossier.lead", evidence.party().nameIn(wording.language()),
                        evidence.incident().titleIn(wording.language())), wording.text("dossier.accuracy")),
                sections, sheet.all(), evidence.credits(), evidence.of().places(), List.of());
    }
}
