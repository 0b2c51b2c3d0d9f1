package org.harmregistry.reports.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.archive.LongContent;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Statistics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Freezes counts: asks for them, walks the same records, and keeps the list only if its digest is the one that the counts were
 * taken over. Otherwise the records changed in between, and it begins again.
 */
@ApplicationScoped
public class StatisticsFreezing {

    private static final int ATTEMPTS = 4;
    private static final int MANY = 2_000;
    private static final int PARTS = 16;
    private static final int PLACES = 2;

    private final IncidentCatalog catalog;
    private final Archive archive;
    private final Vertx vertx;

    public StatisticsFreezing(IncidentCatalog catalog, Archive archive, Vertx vertx) {
        this.catalog = catalog;
        this.archive = archive;
        this.vertx = vertx;
    }

    /** What was read of the records that were counted. */
    private record Read(LongContent list, int count, List<Credit> credits, List<MappedPlace> places) {

        private String digest() {
            return list.digest();
        }
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
        return catalog.statistics(question)
                .chain(statistics -> read(filter, statistics.total().incidents(), left).chain(read -> {
                    if (statistics.records() != null && read.digest().equals(statistics.records().digest())) {
                        return archive.keep(read.list(), "text/plain").replaceWith(
                                () -> frozen(edition, Query.of("/statistics", question), statistics, read));
                    }
                    if (left > 1) {
                        return freeze(edition, filter, by, left - 1);
                    }
                    throw Failure.of(TemplateFailure.RECORDS_CHANGED);
                }));
    }

    /** The list is sorted and hashed on a worker: it may have a million lines. */
    private Uni<Read> read(Map<String, String> filter, long incidents, int left) {
        return Uni.createFrom().deferred(() -> {
            RecordFolding folding = new RecordFolding();
            return walk(filter, incidents, left, folding)
                    .chain(() -> vertx.executeBlocking(() -> new Read(folding.list().content(), folding.list().size(),
                            folding.credits(), folding.places()), false));
        });
    }

    /**
     * One page of a list leads to the next, so many records are walked in two places at once. A page of the past costs a walk
     * through the whole register: many are tried as they are now first, and the digest tells whether those are the same.
     */
    private Uni<Void> walk(Map<String, String> filter, long incidents, int left, RecordFolding folding) {
        if (incidents < MANY) {
            return catalog.eachIncident(filter, folding::add);
        }
        return Multi.createFrom().iterable(PeriodParts.of(filter, PARTS))
                .onItem().transformToUni(part -> left == ATTEMPTS ? catalog.eachIncidentOfNow(part, folding::add)
                        : catalog.eachIncident(part, folding::add))
                .merge(PLACES).onItem().ignoreAsUni();
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

    private static FrozenStatistics frozen(UUID edition, String query, Statistics statistics, Read read) {
        return new FrozenStatistics(query, statistics, new FigureRecords.Frozen(read.count(), read.digest(),
                "/api/v1/editions/" + edition + "/records/" + read.digest()), read.credits(), read.places());
    }
}
