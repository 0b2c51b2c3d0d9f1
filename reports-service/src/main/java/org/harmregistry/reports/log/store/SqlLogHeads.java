package org.harmregistry.reports.log.store;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.log.domain.Checkpoint;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.LogAudit;
import org.harmregistry.reports.log.domain.LogCondition;
import org.harmregistry.reports.log.domain.LogHeads;
import org.harmregistry.reports.log.domain.LogStanding;
import org.harmregistry.reports.log.domain.TreeHead;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Epochs and checkpoints in PostgreSQL. */
@ApplicationScoped
class SqlLogHeads implements LogHeads {

    private static final HexFormat HEX = HexFormat.of();

    private static final String EPOCH = "select id, name, number, origin, reason, started_by, started_at from log_epoch";
    private static final String BEGIN = """
            insert into log_epoch (id, name, number, origin, reason, started_by, started_at)
            values (:id, :name, :number, :origin, cast(:reason as text), :startedBy, cast(cast(:startedAt as text) as timestamptz))
            on conflict on constraint log_epoch_number_uq do nothing
            """;
    private static final String CHECKPOINT = """
            select epoch, size, encode(root, 'hex') as root, note, key, signed_at from log_checkpoint where epoch = :epoch
            """;
    private static final String PUBLISH = """
            insert into log_checkpoint (epoch, size, root, note, key, signed_at)
            values (:epoch, :size, decode(:root, 'hex'), :note, :key, cast(cast(:signedAt as text) as timestamptz))
            on conflict on constraint log_checkpoint_epoch_size_pk do nothing
            """;
    private static final String AUDITED = """
            insert into log_audit (id, epoch, size, first_wrong, finished_at)
            values (1, :epoch, :size, cast(cast(:wrong as text) as bigint), cast(cast(:finishedAt as text) as timestamptz))
            on conflict on constraint log_audit_id_pk do update
                set epoch = excluded.epoch, size = excluded.size, first_wrong = excluded.first_wrong,
                    finished_at = excluded.finished_at
            """;
    private static final String AUDIT = "select epoch, size, first_wrong, finished_at from log_audit where id = 1";
    private static final String CLAIM = "select id from log_state where id = 1 for update skip locked";
    private static final String STANDING = """
            select condition, since, (select count(*) from log_pending) as pending from log_state where id = 1
            """;
    private static final String NOTE = """
            update log_state set condition = :condition, since = now() where id = 1 and condition <> :condition
            """;

    @Override
    public Uni<Epoch> current(Mutiny.Session session) {
        return session.createNativeQuery(EPOCH + " order by number desc limit 1", Object[].class).getSingleResultOrNull()
                .map(SqlLogHeads::epoch);
    }

    @Override
    public Uni<Epoch> epoch(Mutiny.Session session, String name) {
        return session.createNativeQuery(EPOCH + " where name = :name", Object[].class).setParameter("name", name)
                .getSingleResultOrNull().map(SqlLogHeads::epoch);
    }

    @Override
    public Uni<List<Epoch>> epochs(Mutiny.Session session) {
        return session.createNativeQuery(EPOCH + " order by number desc", Object[].class).getResultList()
                .map(rows -> rows.stream().map(SqlLogHeads::epoch).toList());
    }

    private static Epoch epoch(Object[] row) {
        return row == null ? null
                : new Epoch((UUID) row[0], (String) row[1], ((Number) row[2]).intValue(), (String) row[3], (String) row[4],
                        (String) row[5], SqlInstant.of(row[6]));
    }

    @Override
    public Uni<Boolean> begin(Mutiny.Session session, Epoch epoch) {
        return session.createNativeQuery(BEGIN).setParameter("id", epoch.id()).setParameter("name", epoch.name())
                .setParameter("number", epoch.number()).setParameter("origin", epoch.origin())
                .setParameter("reason", epoch.reason()).setParameter("startedBy", epoch.startedBy())
                .setParameter("startedAt", epoch.startedAt().toString()).executeUpdate().map(rows -> rows == 1);
    }

    @Override
    public Uni<Checkpoint> newest(Mutiny.Session session, String epoch) {
        return session.createNativeQuery(CHECKPOINT + " order by size desc limit 1", Object[].class)
                .setParameter("epoch", epoch).getSingleResultOrNull().map(SqlLogHeads::checkpoint);
    }

    @Override
    public Uni<Checkpoint> covering(Mutiny.Session session, String epoch, long index) {
        return session.createNativeQuery(CHECKPOINT + " and size > :index order by size limit 1", Object[].class)
                .setParameter("epoch", epoch).setParameter("index", index).getSingleResultOrNull()
                .map(SqlLogHeads::checkpoint);
    }

    @Override
    public Uni<List<Checkpoint>> between(Mutiny.Session session, String epoch, long above, long upTo) {
        return session.createNativeQuery(CHECKPOINT + " and size > :above and size <= :upTo order by size", Object[].class)
                .setParameter("epoch", epoch).setParameter("above", above).setParameter("upTo", upTo).getResultList()
                .map(rows -> rows.stream().map(SqlLogHeads::checkpoint).toList());
    }

    private static Checkpoint checkpoint(Object[] row) {
        return row == null ? null
                : new Checkpoint((String) row[0], new TreeHead(((Number) row[1]).longValue(), HEX.parseHex((String) row[2])),
                        (String) row[3], (String) row[4], SqlInstant.of(row[5]));
    }

    @Override
    public Uni<Void> publish(Mutiny.Session session, Checkpoint checkpoint) {
        return session.createNativeQuery(PUBLISH).setParameter("epoch", checkpoint.epoch())
                .setParameter("size", checkpoint.head().size()).setParameter("root", HEX.formatHex(checkpoint.head().root()))
                .setParameter("note", checkpoint.note()).setParameter("key", checkpoint.key())
                .setParameter("signedAt", checkpoint.signedAt().toString()).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> claim(Mutiny.Session session) {
        return session.createNativeQuery(CLAIM, Short.class).getSingleResultOrNull().map(row -> row != null);
    }

    @Override
    public Uni<LogStanding> standing(Mutiny.Session session) {
        return session.createNativeQuery(STANDING, Object[].class).getSingleResult()
                .map(row -> new LogStanding(LogCondition.of((String) row[0]), SqlInstant.of(row[1]),
                        ((Number) row[2]).longValue()));
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, LogAudit.Finding finding) {
        return session.createNativeQuery(AUDITED).setParameter("epoch", finding.epoch()).setParameter("size", finding.size())
                .setParameter("wrong", finding.firstWrong() == null ? null : finding.firstWrong().toString())
                .setParameter("finishedAt", finding.finishedAt().toString()).executeUpdate().replaceWithVoid();
    }

    @Override
    public Uni<LogAudit.Finding> audited(Mutiny.Session session) {
        return session.createNativeQuery(AUDIT, Object[].class).getSingleResultOrNull()
                .map(row -> row == null ? null
                        : new LogAudit.Finding((String) row[0], ((Number) row[1]).longValue(),
                                row[2] == null ? null : ((Number) row[2]).longValue(), SqlInstant.of(row[3])));
    }

    @Override
    public Uni<Void> note(Mutiny.Session session, LogCondition condition) {
        return session.createNativeQuery(NOTE).setParameter("condition", condition.word()).executeUpdate().replaceWithVoid();
    }
}
