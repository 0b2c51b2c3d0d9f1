package org.harmregistry.sources.consent.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.consent.domain.Consent;
import org.harmregistry.sources.consent.domain.Consents;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps consents by Hibernate. */
@ApplicationScoped
class ConsentsInPostgres implements Consents {

    private static final String STANDING = """
            from Consent c where c.sourceId = :source and c.number =
                (select max(l.number) from Consent l where l.sourceId = c.sourceId and l.purpose = c.purpose)
            """;
    private static final String OVERDUE = """
            select s.id from source s where s.publication = 'public' and s.consent_until < :day order by s.id limit :limit
            """;

    @Override
    public Uni<Void> add(Mutiny.Session session, Consent consent) {
        return session.persist(consent).chain(session::flush);
    }

    @Override
    public Uni<Integer> lastNumber(Mutiny.Session session, UUID source) {
        return session.createQuery("select max(c.number) from Consent c where c.sourceId = :source", Integer.class)
                .setParameter("source", source).getSingleResultOrNull().map(last -> last == null ? 0 : last);
    }

    @Override
    public Uni<List<Consent>> standing(Mutiny.Session session, UUID source) {
        return session.createQuery(STANDING, Consent.class).setParameter("source", source).getResultList();
    }

    @Override
    public Uni<List<Consent>> list(Mutiny.Session session, UUID source, int after, int limit) {
        return session.createQuery("from Consent c where c.sourceId = :source and c.number > :after order by c.number",
                Consent.class).setParameter("source", source).setParameter("after", after).setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Uni<List<UUID>> overdue(Mutiny.Session session, LocalDate day, int limit) {
        return session.createNativeQuery(OVERDUE, UUID.class).setParameter("day", day).setParameter("limit", limit)
                .getResultList();
    }
}
