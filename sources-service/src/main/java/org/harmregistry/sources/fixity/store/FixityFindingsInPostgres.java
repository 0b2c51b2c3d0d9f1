package org.harmregistry.sources.fixity.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.fixity.domain.FixityFinding;
import org.harmregistry.sources.fixity.domain.FixityFindings;
import org.harmregistry.sources.fixity.domain.FixityState;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Finds what was found of the archive's content. */
@ApplicationScoped
class FixityFindingsInPostgres implements FixityFindings {

    private static final String ATTACHMENTS = "select source_id, id from attachment where digest = :digest order by id limit 1000";
    private static final String SOURCES = "select id, cast(null as uuid) from source "
            + "where content -> 'texts' @> jsonb_build_array(jsonb_build_object('digest', cast(:digest as text))) order by id limit 1000";
    private static final String LIST = """
            select digest, kind, integrity, found_at, checked_at, verified_at from fixity_check
            where integrity is not null and digest > :after order by digest, kind limit :most
            """;
    private static final String STATE = """
            select count(*), count(*) filter (where checked_at is null),
                   count(*) filter (where integrity = 'content_damaged'), count(*) filter (where integrity = 'content_missing'),
                   min(checked_at)
            from fixity_check
            """;

    @Override
    public Uni<List<Holder>> holders(Mutiny.Session session, String digest, String kind) {
        return session.createNativeQuery(kind.equals("file") ? ATTACHMENTS : SOURCES, Object[].class)
                .setParameter("digest", digest).getResultList()
                .map(rows -> rows.stream().map(row -> new Holder((UUID) row[0], (UUID) row[1])).toList());
    }

    @Override
    public Uni<List<FixityFinding>> list(Mutiny.Session session, String after, int limit) {
        return session.createNativeQuery(LIST, Object[].class).setParameter("after", after == null ? "" : after)
                .setParameter("most", limit).getResultList()
                .chain(rows -> Multi.createFrom().iterable(rows)
                        .onItem().transformToUniAndConcatenate(row -> finding(session, row))
                        .collect().in(ArrayList::new, List::add));
    }

    private Uni<FixityFinding> finding(Mutiny.Session session, Object[] row) {
        return holders(session, (String) row[0], (String) row[1]).map(holders -> new FixityFinding((String) row[0],
                (String) row[1], Integrity.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)), SqlInstant.of(row[3]),
                SqlInstant.of(row[4]),
                SqlInstant.of(row[5]), holders));
    }

    @Override
    public Uni<FixityState> state(Mutiny.Session session) {
        return session.createNativeQuery(STATE, Object[].class).getSingleResult()
                .map(row -> new FixityState(number(row[0]), number(row[1]), number(row[2]), number(row[3]),
                        SqlInstant.of(row[4])));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
