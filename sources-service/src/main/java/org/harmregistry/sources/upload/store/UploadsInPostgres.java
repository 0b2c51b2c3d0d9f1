package org.harmregistry.sources.upload.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.sources.upload.domain.Upload;
import org.harmregistry.sources.upload.domain.Uploads;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps uploads by Hibernate. */
@ApplicationScoped
class UploadsInPostgres implements Uploads {

    private static final String ONE_AT_A_TIME = "select cast(pg_advisory_xact_lock(hashtextextended(:organisation, 7202600000000201)) "
            + "as text)";
    private static final String OPEN = """
            select count(*) filter (where subject = :subject), coalesce(sum(length), 0)
            from upload where state = 'open' and (organisation = :organisation or subject = :subject)
            """;
    private static final String EXPIRED = "select * from upload where expires_at < :now order by expires_at limit :most "
            + "for update skip locked";

    @Override
    public Uni<Upload> find(Mutiny.Session session, UUID id) {
        return session.find(Upload.class, id);
    }

    @Override
    public Uni<Upload> findForChange(Mutiny.Session session, UUID id) {
        return session.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Open> countOpen(Mutiny.Session session, String subject, String organisation) {
        return session.createNativeQuery(ONE_AT_A_TIME, String.class).setParameter("organisation", organisation)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(OPEN, Object[].class).setParameter("subject", subject)
                        .setParameter("organisation", organisation).getSingleResult())
                .map(row -> new Open(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Upload upload) {
        return session.persist(upload).chain(session::flush);
    }

    @Override
    public Uni<Void> remove(Mutiny.Session session, Upload upload) {
        return session.remove(upload);
    }

    @Override
    public Uni<List<Upload>> expired(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(EXPIRED, Upload.class).setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("most", limit).getResultList();
    }
}
