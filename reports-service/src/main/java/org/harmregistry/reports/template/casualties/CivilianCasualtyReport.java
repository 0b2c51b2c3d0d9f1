package org.harmregistry.reports.template.casualties;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.template.TemplateFailure;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Uni;

/** The report on what a party published about one month, and whether its account balances. */
@ApplicationScoped
public class CivilianCasualtyReport implements ReportTemplate {

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;

    CivilianCasualtyReport(IncidentCatalog incidents, SourceCatalog sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    @Override
    public TemplateName name() {
        return TemplateName.CIVILIAN_CASUALTY_REPORT;
    }

    @Override
    public Uni<ReportDocument> make(EditionOrder order) {
        String slug = order.definition().filter().party();
        return incidents.parties().map(parties -> Party.in(parties, slug)
                .orElseThrow(() -> TemplateFailure.missing("the party " + slug)))
                .chain(party -> incidents.tallies(slug, "monthly_report")
                        .chain(tallies -> CitedSources.read(sources, tallies.stream().map(Tally::source))
                                .map(cited -> new CasualtyEvidence(order, party, tallies, cited))))
                .map(evidence -> order.inEachLanguage(written -> write(evidence.in(written))));
    }

    static ReportDocument write(CasualtyEvidence evidence) {
        FigureSheet sheet = new FigureSheet();
        List<Section> sections = Section.thatSay(new MonthSection(evidence, sheet).write(),
                new AllMonthsSection(evidence).write());
        return new ReportDocument(List.of(lead(evidence), evidence.order().wording().text("casualties.note")), sections,
                sheet.all(), evidence.cited().credits());
    }

    private static String lead(CasualtyEvidence evidence) {
        Wording wording = evidence.order().wording();
        String party = evidence.party().nameIn(wording.language());
        return evidence.tally().map(tally -> wording.text("casualties.lead", party, evidence.month(),
                tally.publishedOn() == null ? wording.text("not_stated") : tally.publishedOn()))
                .orElseGet(() -> wording.text("casualties.lead.none", party, evidence.month()));
    }
}
