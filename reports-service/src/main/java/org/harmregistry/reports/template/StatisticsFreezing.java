package org.harmregistry.reports.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Statistics;

import io.smallrye.mutiny.Uni;

/**
 * Freezes counts: asks for them, walks the same records, and keeps the list only if its digest is the one that the counts were
 * taken over. Otherwise the records changed in between, and it begins again.
 */
@ApplicationScoped
public class StatisticsFreezing {

    private static final int ATTEMPTS = 4;

    private final IncidentCatalog catalog;
    private final Archive archive;

    public StatisticsFreezing(IncidentCatalog catalog, Archive archive) {
        this.catalog = catalog;
        this.archive = archive;
    }

    /**
     * @param edition the edition for which the list is kept
     * @param filter parameters that select the incidents
     * @param by how the counts are grouped: {@code month}, {@code week} or {@code none}
     */
    public Uni<FrozenStatistics> freeze(UUID edition, Map<String, String> filter, String by) {
        return freeze(edition, filter, by, ATTEMPTS);
    }

    private Uni<FrozenStatistics> freeze(UUID edition, Map<String, String> filter, String by, int left) {
        Map<String, String> question = question(filter, by);
        return catalog.statistics(question).chain(statistics -> catalog.incidents(filter).chain(incidents -> {
            byte[] lines = RecordList.lines(incidents.stream().map(item -> item.id() + ":" + item.version()).toList());
            String digest = RecordList.digest(lines);
            if (statistics.records() != null && digest.equals(statistics.records().digest())) {
                return archive.keep(lines, "text/plain").replaceWith(
                        () -> frozen(edition, Query.of("/statistics", question), statistics, incidents, digest));
            }
            if (left > 1) {
                return freeze(edition, filter, by, left - 1);
            }
            throw Failure.of(TemplateFailure.RECORDS_CHANGED);
        }));
    }

    /**
     * Tells the records of a frozen list apart by something else, and proves that they are the same ones.
     *
     * @param filter the parameters that the list was frozen with
     */
    public Uni<FrozenStatistics> beside(FrozenStatistics frozen, Map<String, String> filter, String by) {
        Map<String, String> question = question(filter, by);
        return catalog.statistics(question).map(statistics -> {
            if (statistics.records() == null || !frozen.records().digest().equals(statistics.records().digest())) {
                throw Failure.of(TemplateFailure.RECORDS_CHANGED);
            }
            return new FrozenStatistics(Query.of("/statistics", question), statistics, frozen.records(), frozen.credits(),
                    frozen.places());
        });
    }

    private static Map<String, String> question(Map<String, String> filter, String by) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("by", by);
        question.put("records", "digest");
        question.putAll(filter);
        return question;
    }

    private static FrozenStatistics frozen(UUID edition, String query, Statistics statistics, List<Incident> incidents,
            String digest) {
        List<Credit> credits = incidents.stream().filter(item -> item.dataset() != null)
                .map(item -> new Credit(item.dataset(), item.licence(), item.attribution()))
                .distinct().toList();
        return new FrozenStatistics(query, statistics,
                new FigureRecords.Frozen(incidents.size(), digest, "/api/v1/editions/" + edition + "/records/" + digest),
                credits, IncidentPlaces.of(incidents));
    }
}
