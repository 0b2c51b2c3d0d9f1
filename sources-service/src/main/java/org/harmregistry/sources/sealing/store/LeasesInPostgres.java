package org.harmregistry.sources.sealing.store;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.sources.sealing.domain.Leases;

import io.smallrye.mutiny.Uni;

/** Leases as rows with a time at which they end. */
@ApplicationScoped
class LeasesInPostgres implements Leases {

    private static final String CLAIM = """
            insert into sealing_claim (work, claimed_until) values (:work, now() + interval '5 minutes')
            on conflict (work) do update set claimed_until = excluded.claimed_until where sealing_claim.claimed_until < now()
            """;
    private static final String RELEASE = "update sealing_claim set claimed_until = now() - interval '1 second' where work = :work";

    private final UnitOfWork unitOfWork;

    LeasesInPostgres(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Uni<Boolean> claim(String work) {
        return unitOfWork.run(session -> session.createNativeQuery(CLAIM).setParameter("work", work).executeUpdate())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> release(String work) {
        return unitOfWork.run(session -> session.createNativeQuery(RELEASE).setParameter("work", work).executeUpdate())
                .replaceWithVoid();
    }
}
