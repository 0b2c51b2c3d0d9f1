package org.harmregistry.sources.witness.store;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.sources.witness.domain.GuardedAct;
import org.harmregistry.sources.witness.domain.GuardedKind;
import org.harmregistry.sources.witness.domain.HeldIdentity;
import org.harmregistry.sources.witness.domain.Identities;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps sealed identities by Hibernate. */
@ApplicationScoped
class IdentitiesInPostgres implements Identities {

    private static final String SHREDDING = "select source_id from witness_identity where state = 'shredding' order by source_id "
            + "limit :limit";
    private static final String OF_SOURCE = "from GuardedAct a where a.sourceId = :source and a.kind = :kind";

    @Override
    public Uni<HeldIdentity> find(Mutiny.Session session, UUID source) {
        return session.find(HeldIdentity.class, source);
    }

    @Override
    public Uni<HeldIdentity> findForChange(Mutiny.Session session, UUID source) {
        return session.find(HeldIdentity.class, source, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, HeldIdentity identity) {
        return session.persist(identity).chain(session::flush);
    }

    @Override
    public Uni<GuardedAct> findAct(Mutiny.Session session, UUID source, GuardedKind kind, int number) {
        return session.createQuery(OF_SOURCE + " and a.number = :number", GuardedAct.class).setParameter("source", source)
                .setParameter("kind", kind).setParameter("number", number).getSingleResultOrNull();
    }

    @Override
    public Uni<Integer> lastNumber(Mutiny.Session session, UUID source, GuardedKind kind) {
        return session.createQuery("select max(a.number) " + OF_SOURCE, Integer.class).setParameter("source", source)
                .setParameter("kind", kind).getSingleResultOrNull().map(last -> last == null ? 0 : last);
    }

    @Override
    public Uni<Void> addAct(Mutiny.Session session, GuardedAct act) {
        return session.persist(act).chain(session::flush);
    }

    @Override
    public Uni<List<GuardedAct>> acts(Mutiny.Session session, UUID source, GuardedKind kind, int after, int limit) {
        return session.createQuery(OF_SOURCE + " and a.number > :after order by a.number", GuardedAct.class)
                .setParameter("source", source).setParameter("kind", kind).setParameter("after", after).setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Uni<List<UUID>> shredding(Mutiny.Session session, int limit) {
        return session.createNativeQuery(SHREDDING, UUID.class).setParameter("limit", limit).getResultList();
    }
}
