package org.harmregistry.reports.log.store;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.log.domain.Disclosure;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.LeafKind;
import org.harmregistry.reports.log.domain.LeafQueue;
import org.harmregistry.reports.log.domain.NewLeaf;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Leaves in PostgreSQL. */
@ApplicationScoped
class SqlLeafQueue implements LeafQueue {

    private static final HexFormat HEX = HexFormat.of();

    private static final String ADD = """
            with leaf as (
                insert into log_leaf (edition_id, kind, content, queued_at)
                values (cast(cast(:edition as text) as uuid), :kind, decode(:content, 'hex'),
                        cast(cast(:queuedAt as text) as timestamptz))
                returning id),
            disclosed as (
                insert into log_disclosure (leaf_id, salt, statement)
                select id, decode(cast(:salt as text), 'hex'), decode(cast(:statement as text), 'hex') from leaf
                where cast(:salt as text) is not null)
            insert into log_pending (leaf_id) select id from leaf
            """;
    private static final String ADD_ALL = "insert into log_pending (leaf_id) select id from log_leaf on conflict do nothing";

    /** An epoch's own leaf first: it says what the others are doing there. */
    private static final String NEXT = """
            select l.id, encode(l.content, 'hex') from log_pending p join log_leaf l on l.id = p.leaf_id
            order by l.kind <> 'epoch', l.id limit :limit
            """;
    private static final String OF_EDITION = """
            select l.kind, encode(l.content, 'hex') as content, encode(d.salt, 'hex') as salt,
                   encode(d.statement, 'hex') as statement, l.queued_at, e.position, x.id, x.name, x.number, x.origin, x.reason,
                   x.started_by, x.started_at
            from log_leaf l
            join log_disclosure d on d.leaf_id = l.id
            left join lateral (select placed.epoch, placed.position from log_entry placed
                               join log_epoch known on known.name = placed.epoch
                               where placed.leaf_id = l.id order by known.number desc limit 1) e on true
            left join log_epoch x on x.name = e.epoch
            where l.edition_id = :edition order by l.id
            """;

    @Override
    public Uni<Void> add(Mutiny.Session session, NewLeaf leaf) {
        Disclosure disclosure = leaf.disclosure();
        return session.createNativeQuery(ADD)
                .setParameter("edition", leaf.edition() == null ? null : leaf.edition().toString())
                .setParameter("kind", leaf.kind().word()).setParameter("content", HEX.formatHex(leaf.content()))
                .setParameter("queuedAt", leaf.queuedAt().toString())
                .setParameter("salt", disclosure == null ? null : HEX.formatHex(disclosure.salt()))
                .setParameter("statement", disclosure == null ? null : HEX.formatHex(disclosure.statement()))
                .executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Void> addAllAgain(Mutiny.Session session) {
        return session.createNativeQuery(ADD_ALL).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<List<Waiting>> next(Mutiny.Session session, int limit) {
        return session.createNativeQuery(NEXT, Object[].class).setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waiting(((Number) row[0]).longValue(), HEX.parseHex((String) row[1]))).toList());
    }

    @Override
    public Uni<List<Placed>> of(Mutiny.Session session, UUID edition) {
        return session.createNativeQuery(OF_EDITION, Object[].class).setParameter("edition", edition).getResultList()
                .map(rows -> rows.stream().map(row -> placed(edition, row)).toList());
    }

    private static Placed placed(UUID edition, Object[] row) {
        NewLeaf leaf = new NewLeaf(edition, LeafKind.of((String) row[0]), HEX.parseHex((String) row[1]),
                new Disclosure(HEX.parseHex((String) row[2]), HEX.parseHex((String) row[3])), SqlInstant.of(row[4]));
        Epoch epoch = row[6] == null ? null
                : new Epoch((UUID) row[6], (String) row[7], ((Number) row[8]).intValue(), (String) row[9], (String) row[10],
                        (String) row[11], SqlInstant.of(row[12]));
        return new Placed(leaf, epoch, row[5] == null ? null : ((Number) row[5]).longValue());
    }
}
