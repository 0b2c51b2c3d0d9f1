package org.harmregistry.reports.gate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.GateFloors;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.LedgerBalance;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.Statistics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Collects what the rules look at, and asks each of them. */
@ApplicationScoped
public class GateExamination {

    private final IncidentCatalog incidents;
    private final SourceCatalog sources;
    private final List<GateRule> rules;

    public GateExamination(IncidentCatalog incidents, SourceCatalog sources, Instance<GateRule> rules) {
        this.incidents = incidents;
        this.sources = sources;
        this.rules = rules.stream().sorted(Comparator.comparing(GateRule::name)).toList();
    }

    /** All rules, by name. */
    public List<GateRule> rules() {
        return rules;
    }

    /**
     * Examines a document. Records are read as of the edition's instant; who may read a source is asked of today.
     */
    public Uni<List<Finding>> examine(DefinitionContent definition, ReportPeriod period, ReportDocument document,
            Instant asOf) {
        return cited(document).chain(named -> ReadingInstant.within(asOf, completeness(definition, period)
                .chain(complete -> ledger(definition, period).map(ledger -> new GateEvidence(document,
                        definition.gateOrNone(), named, complete.orElse(null), ledger.orElse(null))))))
                .map(evidence -> rules.stream().flatMap(rule -> rule.check(evidence).stream()).toList());
    }

    /** Names of the rules that hold back a text that somebody outside wrote. */
    public List<String> rulesAgainst(String text) {
        GateEvidence evidence = new GateEvidence(new ReportDocument(List.of(text), List.of(), List.of(), List.of()),
                GateFloors.NONE, Map.of(), null, null);
        return rules.stream().filter(rule -> rule.check(evidence).stream()
                .anyMatch(finding -> finding.severity() == Severity.BLOCKS)).map(GateRule::name).toList();
    }

    private Uni<Map<UUID, Optional<Source>>> cited(ReportDocument document) {
        List<UUID> named = NamedSource.in(document).stream().map(NamedSource::source).distinct().toList();
        Map<UUID, Optional<Source>> found = new HashMap<>();
        return Multi.createFrom().iterable(named)
                .onItem().transformToUniAndConcatenate(id -> sources.byId(id).invoke(source -> found.put(id, source)))
                .collect().last().replaceWith(found);
    }

    private Uni<Optional<Statistics.Completeness>> completeness(DefinitionContent definition, ReportPeriod period) {
        if (definition.gateOrNone().completenessFloor() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Map<String, String> question = new LinkedHashMap<>(definition.filterOrNone().incidents());
        question.put("by", "none");
        question.put("from", period.from().toString());
        question.put("to", period.to().toString());
        return incidents.statistics(question).map(statistics -> Optional.ofNullable(statistics.completeness()));
    }

    private Uni<Optional<LedgerBalance>> ledger(DefinitionContent definition, ReportPeriod period) {
        return definition.template() != TemplateName.CIVILIAN_CASUALTY_REPORT ? Uni.createFrom().item(Optional.empty())
                : incidents.ledgerBalance(definition.filter().party(), YearMonth.from(period.from()),
                        YearMonth.from(period.to()));
    }
}
