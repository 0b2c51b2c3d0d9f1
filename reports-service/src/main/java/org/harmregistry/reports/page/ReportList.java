package org.harmregistry.reports.page;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionQuery;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.wording.Wording;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Puts reports and their public editions together for the lists that people read. */
@ApplicationScoped
public class ReportList {

    private static final int MOST = 200;

    private final Definitions definitions;
    private final Editions editions;

    public ReportList(Definitions definitions, Editions editions) {
        this.definitions = definitions;
        this.editions = editions;
    }

    Uni<List<ReportFace>> all(Wording wording) {
        return definitions.after(null, MOST).chain(found -> Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(definition -> face(definition, wording)).collect().asList());
    }

    Uni<ReportFace> one(String slug, Wording wording) {
        return definitions.get(slug).chain(definition -> face(definition, wording));
    }

    private Uni<ReportFace> face(StoredDefinition definition, Wording wording) {
        String slug = definition.content().slug();
        return editions.list(EditionQuery.publicOnes(slug, null, MOST)).map(found -> new ReportFace(slug,
                definition.content().titleIn(wording.language()), query(definition, wording),
                periods(definition, found).stream()
                        .sorted(Comparator.comparing(ReportPeriod::from).reversed())
                        .map(period -> period(period, found, wording)).toList()));
    }

    /** Leads to the pages in the reader's language where the report is written in it. */
    private static String query(StoredDefinition definition, Wording wording) {
        int place = definition.content().languagesOrDefault().indexOf(wording.language());
        return place > 0 ? "?language=" + wording.language() : "";
    }

    /** The listed periods, and those that a schedule has made editions of. */
    private static List<ReportPeriod> periods(StoredDefinition definition, List<Edition> found) {
        Map<String, ReportPeriod> all = new LinkedHashMap<>();
        definition.content().periods().forEach(period -> all.put(period.key(), period));
        found.forEach(edition -> all.computeIfAbsent(edition.period().key(), key -> key.matches("\\d{4}-\\d{2}")
                ? ReportPeriod.of(YearMonth.parse(key))
                : new ReportPeriod(null, edition.period().from(), edition.period().to(), edition.period().label())));
        return List.copyOf(all.values());
    }

    private static ReportFace.PeriodFace period(ReportPeriod period, List<Edition> found, Wording wording) {
        String label = period.label() != null ? period.label() : wording.period(period.from(), period.to());
        return new ReportFace.PeriodFace(period.key(), label, found.stream()
                .filter(edition -> edition.period().key().equals(period.key()))
                .sorted(Comparator.comparingInt(Edition::number).reversed())
                .map(edition -> new ReportFace.EditionLine(edition.id().toString(), edition.number(), edition.title(),
                        wording.instant(edition.publishedAt()), edition.status() == EditionStatus.PUBLISHED))
                .toList());
    }
}
