package org.harmregistry.reports.log.store;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.log.domain.LeafKind;
import org.harmregistry.reports.log.domain.LogEntries;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Entries in PostgreSQL, with the editions that they are about. */
@ApplicationScoped
class SqlLogEntries implements LogEntries {

    private static final String NEWEST = """
            select n.position, l.kind, l.queued_at, e.id, e.title, e.period_label, e.number
            from log_entry n join log_leaf l on l.id = n.leaf_id left join edition e on e.id = l.edition_id
            where n.epoch = :epoch and n.position < :below order by n.position desc limit :most
            """;

    @Override
    public Uni<List<Entry>> newest(Mutiny.Session session, String epoch, long below, int limit) {
        return session.createNativeQuery(NEWEST, Object[].class).setParameter("epoch", epoch).setParameter("below", below)
                .setParameter("most", limit).getResultList()
                .map(rows -> rows.stream().map(SqlLogEntries::entry).toList());
    }

    private static Entry entry(Object[] row) {
        return new Entry(((Number) row[0]).longValue(), LeafKind.of((String) row[1]),
                SqlInstant.of(row[2]), row[3] == null ? null
                        : new LoggedEdition((UUID) row[3], (String) row[4], (String) row[5], ((Number) row[6]).intValue()));
    }
}
