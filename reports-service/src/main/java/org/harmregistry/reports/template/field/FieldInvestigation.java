package org.harmregistry.reports.template.field;

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

/**
 * The report on an investigation in the field. Questions that were sent, and answers or silence, follow in each edition whose
 * report has any.
 */
@ApplicationScoped
public class FieldInvestigation implements ReportTemplate {

    private final FieldCollection collection;

    FieldInvestigation(FieldCollection collection) {
        this.collection = collection;
    }

    @Override
    public TemplateName name() {
        return TemplateName.FIELD_INVESTIGATION;
    }

    @Override
    public Uni<ReportDocument> make(EditionOrder order) {
        return collection.collect(order)
                .map(evidence -> order.inEachLanguage(written -> write(evidence.in(written))));
    }

    static ReportDocument write(FieldEvidence evidence) {
        Wording wording = evidence.order().wording();
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(new MethodSection(evidence, sheet).write(),
                new SitesSection(evidence, sheet).write(),
                new FoundSection(evidence, sheet).write(), new AskedSection(evidence).write());
        return new ReportDocument(List.of(wording.text("field.lead", evidence.order().period().from(),
                evidence.order().period().to()), wording.text("field.lead.witnesses")), sections, sheet.all(),
                evidence.credits(), evidence.records().places(), List.of());
    }
}
