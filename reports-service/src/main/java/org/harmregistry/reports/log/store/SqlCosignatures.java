package org.harmregistry.reports.log.store;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.reports.log.domain.Checkpoint;
import org.harmregistry.reports.log.domain.Cosignatures;
import org.harmregistry.reports.log.domain.Cosigner;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Cosignatures in PostgreSQL. */
@ApplicationScoped
class SqlCosignatures implements Cosignatures {

    private static final String OF = """
            select line from log_cosignature where epoch = :epoch and size = :size order by witness collate "C"
            """;
    private static final String REACHED = """
            select distinct on (witness) witness, size, cosigned_at from log_cosignature where epoch = :epoch
            order by witness, size desc
            """;
    private static final String ADD = """
            insert into log_cosignature (epoch, size, witness, line, cosigned_at)
            values (:epoch, :size, :witness, :line, cast(cast(:at as text) as timestamptz))
            on conflict on constraint log_cosignature_epoch_witness_size_pk do nothing
            """;

    @Override
    public Uni<List<String>> of(Mutiny.Session session, String epoch, long size) {
        return session.createNativeQuery(OF, String.class).setParameter("epoch", epoch).setParameter("size", size)
                .getResultList();
    }

    @Override
    public Uni<List<Reached>> reached(Mutiny.Session session, String epoch) {
        return session.createNativeQuery(REACHED, Object[].class).setParameter("epoch", epoch).getResultList()
                .map(rows -> rows.stream().map(row -> new Reached((String) row[0], ((Number) row[1]).longValue(),
                        SqlInstant.of(row[2]))).toList());
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Checkpoint checkpoint, String name, Cosigner.Cosignature cosignature) {
        return session.createNativeQuery(ADD).setParameter("epoch", checkpoint.epoch())
                .setParameter("size", checkpoint.head().size()).setParameter("witness", name)
                .setParameter("line", cosignature.line()).setParameter("at", cosignature.at().toString()).executeUpdate()
                .replaceWithVoid();
    }
}
