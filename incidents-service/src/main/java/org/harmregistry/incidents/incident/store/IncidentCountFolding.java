package org.harmregistry.incidents.incident.store;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Folds what writers have appended into the sums that are kept ready, one step at a time across all replicas. Answers are the
 * same before and after; they only come sooner.
 */
@ApplicationScoped
public class IncidentCountFolding {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(7202600000000401)";
    private static final String FOLD = """
            with taken as (
                delete from incident_count_delta
                where ctid = any (array(select ctid from incident_count_delta limit 20000))
                returning *)
            insert into incident_count as kept
            select month, country, admin1, grading, strike_status, status, everybody, organisation, dataset, totals_scheme,
                   sum(incidents), sum(with_killed), sum(killed_min), sum(killed_max), sum(killed_min_unknown),
                   sum(killed_max_unknown), sum(injured_min), sum(injured_max), sum(injured_min_unknown),
                   sum(injured_max_unknown), sum(not_located), sum(totals_low), sum(totals_best), sum(totals_high)
            from taken
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            on conflict on constraint incident_count_uq do update
            set incidents = kept.incidents + excluded.incidents, with_killed = kept.with_killed + excluded.with_killed,
                killed_min = kept.killed_min + excluded.killed_min, killed_max = kept.killed_max + excluded.killed_max,
                killed_min_unknown = kept.killed_min_unknown + excluded.killed_min_unknown,
                killed_max_unknown = kept.killed_max_unknown + excluded.killed_max_unknown,
                injured_min = kept.injured_min + excluded.injured_min, injured_max = kept.injured_max + excluded.injured_max,
                injured_min_unknown = kept.injured_min_unknown + excluded.injured_min_unknown,
                injured_max_unknown = kept.injured_max_unknown + excluded.injured_max_unknown,
                not_located = kept.not_located + excluded.not_located, totals_low = kept.totals_low + excluded.totals_low,
                totals_best = kept.totals_best + excluded.totals_best, totals_high = kept.totals_high + excluded.totals_high
            """;

    private final UnitOfWork unitOfWork;

    public IncidentCountFolding(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Folds what has been committed; does nothing if another replica is just doing it. */
    public Uni<Void> fold() {
        return unitOfWork.run(session -> session.createNativeQuery(CLAIM, Boolean.class).getSingleResult()
                .chain(claimed -> claimed ? session.createNativeQuery(FOLD).executeUpdate().replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }

    @Scheduled(every = "${registry.incident-counts.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> foldInTurn() {
        return fold().onFailure().recoverWithNull();
    }
}
