package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.PlainReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** The register's own knowledge of archived files: what it names is never collected, and verified by digests kept apart. */
@ApplicationScoped
public class ArchivedFiles {

    private static final String NAME = """
            with named as (
              insert into archived_file (digest, length, storage, chunk_size, chunk_digests, stored_at)
              values (:digest, :length, :storage, :chunkSize, decode(:chunks, 'hex'), :now) on conflict do nothing)
            insert into fixity_check (digest, kind, since) values (:digest, 'file', :now) on conflict do nothing
            """;
    private static final String FIND = "select digest, length, storage, chunk_size, chunk_digests from archived_file "
            + "where digest = :digest";

    private final PlainReading reading;
    private final Clock clock;

    public ArchivedFiles(PlainReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** Names a stored file in the transaction of the row that needs it, which is written after it. */
    public Uni<Void> name(Mutiny.Session session, StoredFile file) {
        return session.createNativeQuery(NAME)
                .setParameter("digest", file.digest())
                .setParameter("length", file.length())
                .setParameter("storage", file.storage())
                .setParameter("chunkSize", file.chunkSize())
                .setParameter("chunks", file.chunks().toString())
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate().replaceWithVoid();
    }

    /** The file with this digest, {@code sha-256:<hex>}, or {@code null}. */
    public Uni<StoredFile> find(String digest) {
        return reading.row(FIND, Map.of("digest", digest)).map(row -> row == null ? null : file(row));
    }

    /** Which of these digests the register names. */
    Uni<Set<String>> named(Set<String> digests) {
        return digests.isEmpty() ? Uni.createFrom().item(Set.of())
                : reading.rows("select digest from archived_file where digest in (:digests)", Map.of("digests", digests))
                        .map(rows -> {
                            Set<String> named = new HashSet<>();
                            rows.forEach(row -> named.add(row.getString("digest")));
                            return named;
                        });
    }

    private static StoredFile file(Row row) {
        return new StoredFile(row.getString("digest"), row.getLong("length"), row.get(UUID.class, "storage"),
                row.getInteger("chunk_size"), ChunkDigests.of(row.getBuffer("chunk_digests").getBytes()));
    }
}
