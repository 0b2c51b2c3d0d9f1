package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.ReportTemplate;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/** Makes what an edition says from what the registry knew at an instant: the same definition and instant give the same. */
@ApplicationScoped
public class EditionCollection {

    private final Wordings wordings;
    private final Map<TemplateName, ReportTemplate> templates;

    public EditionCollection(Wordings wordings, Instance<ReportTemplate> templates) {
        this.wordings = wordings;
        this.templates = templates.stream().collect(Collectors.toMap(ReportTemplate::name, Function.identity()));
    }

    Uni<ReportDocument> collect(Edition edition, DefinitionContent definition, Instant asOf) {
        return collect(edition.id(), edition.language(), definition, period(edition, definition), asOf);
    }

    Uni<ReportDocument> collect(UUID edition, String language, DefinitionContent definition, ReportPeriod period,
            Instant asOf) {
        List<Wording> others = definition.languagesOrDefault().stream().filter(other -> !other.equals(language))
                .map(wordings::in).toList();
        EditionOrder order = new EditionOrder(edition, definition, period, wordings.in(language), others, asOf);
        return ReadingInstant.within(asOf, templates.get(definition.template()).make(order));
    }

    /** The period as the definition lists it, or as the edition keeps it. */
    static ReportPeriod period(Edition edition, DefinitionContent definition) {
        EditionDocument.Period kept = edition.period();
        return definition.periods().stream().filter(listed -> listed.key().equals(kept.key())).findFirst()
                .orElseGet(() -> kept.key().matches("\\d{4}-\\d{2}") ? ReportPeriod.of(YearMonth.parse(kept.key()))
                        : new ReportPeriod(null, kept.from(), kept.to(), kept.label()));
    }
}
