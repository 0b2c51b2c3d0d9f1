package org.harmregistry.incidents.exchange;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What an organisation's imports last said of each record, by which a re-run is known again and undoes nothing. */
@ApplicationScoped
public class ImportLog {

    /** To show a record or to hide it is no correction of it. */
    private static final String LAST = """
            select l.digest, l.version, exists (
                select 1 from revision r
                where r.collection = l.collection and r.record_id = l.record and r.version > l.version
                  and r.kind not in ('published', 'withheld', 'incident_shown', 'incident_hidden')) as edited
            from record_import l
            where l.collection = :collection and l.record = :record and l.organisation = :organisation
            """;
    private static final String REMEMBER = """
            insert into record_import (collection, record, organisation, digest, version)
            values (:collection, :record, :organisation, :digest, :version)
            on conflict on constraint record_import_pk do update set digest = excluded.digest, version = excluded.version
            """;

    /**
     * The last import of a record.
     *
     * @param digest digest of the row
     * @param version the version that it made
     * @param edited whether the record was changed since, by whomever
     */
    public record Last(String digest, long version, boolean edited) {
    }

    /** The last import, or {@code null} if the organisation never imported the record. */
    public Uni<Last> last(Mutiny.Session session, String collection, UUID record, String organisation) {
        return session.createNativeQuery(LAST, Object[].class).setParameter("collection", collection)
                .setParameter("record", record).setParameter("organisation", organisation).getSingleResultOrNull()
                .map(row -> row == null ? null
                        : new Last((String) row[0], ((Number) row[1]).longValue(), (Boolean) row[2]));
    }

    /** Keeps what an import said of a record. */
    public Uni<Void> remember(Mutiny.Session session, String collection, UUID record, String organisation, String digest,
            long version) {
        return session.createNativeQuery(REMEMBER).setParameter("collection", collection).setParameter("record", record)
                .setParameter("organisation", organisation).setParameter("digest", digest)
                .setParameter("version", version).executeUpdate().replaceWithVoid();
    }
}
