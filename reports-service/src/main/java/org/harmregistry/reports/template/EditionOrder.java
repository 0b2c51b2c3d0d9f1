package org.harmregistry.reports.template;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.wording.Wording;

/**
 * What is to be made.
 *
 * @param edition the edition that it is for
 * @param definition the report's definition
 * @param period the period it is about
 * @param wording the language it is written in
 * @param others the further languages that it is to be had in
 * @param asOf the instant that all of its evidence is true of, UTC; each figure says it
 */
public record EditionOrder(UUID edition, DefinitionContent definition, ReportPeriod period, Wording wording,
        List<Wording> others, Instant asOf) {

    public EditionOrder {
        others = List.copyOf(others);
    }

    /** Parameters that select, of the incidents that others select, those within the period. */
    public Map<String, String> inPeriod(Map<String, String> selected) {
        Map<String, String> filter = new LinkedHashMap<>(selected);
        filter.put("from", period.from().toString());
        filter.put("to", period.to().toString());
        return filter;
    }

    /** Parameters that select, of the same, those that began before the period and reach into it. */
    public Map<String, String> reachingIn(Map<String, String> selected) {
        Map<String, String> filter = new LinkedHashMap<>(selected);
        filter.put("to", period.from().minusDays(1).toString());
        filter.put("overlaps", period.from() + "/" + period.to());
        return filter;
    }

    /** Writes the report in each language, from the same evidence. */
    public ReportDocument inEachLanguage(Function<EditionOrder, ReportDocument> written) {
        return written.apply(this).translated(others.stream().map(other -> {
            EditionTitle title = EditionTitle.of(definition, period, other);
            return new ReportDocument.Translation(other.language(), title.text(), title.period(), written.apply(
                    new EditionOrder(edition, definition, period, other, List.of(), asOf)).placedElsewhere());
        }).toList());
    }
}
