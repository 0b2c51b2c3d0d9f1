package org.harmregistry.sources.witness.store;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.sealing.domain.NameToken;
import org.harmregistry.sources.witness.domain.IndexedNames;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps the tokens of names in PostgreSQL. */
@ApplicationScoped
class IndexedNamesInPostgres implements IndexedNames {

    private static final String CLEAR = "delete from witness_name_token where source_id = :source";
    private static final String ADD = """
            insert into witness_name_token (source_id, index_key, token)
            select :source, w.key, w.token from jsonb_to_recordset(cast(cast(:tokens as text) as jsonb)) as w(key text, token text)
            """;
    private static final String FIND = """
            select distinct n.source_id from witness_name_token n
            join jsonb_to_recordset(cast(cast(:tokens as text) as jsonb)) as w(key text, token text)
              on n.index_key = w.key and n.token = w.token
            order by n.source_id limit :limit
            """;
    private static final String OTHERS = """
            select distinct n.source_id from witness_name_token n where n.index_key <> :key limit :limit
            """;

    private final JsonReading json;

    IndexedNamesInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<Void> put(Mutiny.Session session, UUID source, List<NameToken> tokens) {
        Uni<Integer> cleared = session.flush()
                .chain(() -> session.createNativeQuery(CLEAR).setParameter("source", source).executeUpdate());
        return tokens.isEmpty() ? cleared.replaceWithVoid()
                : cleared.chain(() -> session.createNativeQuery(ADD).setParameter("source", source)
                        .setParameter("tokens", json.tree(tokens).toString()).executeUpdate()).replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> find(Mutiny.Session session, List<NameToken> tokens, int limit) {
        return session.createNativeQuery(FIND, UUID.class).setParameter("tokens", json.tree(tokens).toString())
                .setParameter("limit", limit).getResultList();
    }

    @Override
    public Uni<List<UUID>> notIndexedBy(Mutiny.Session session, String key, int limit) {
        return session.createNativeQuery(OTHERS, UUID.class).setParameter("key", key).setParameter("limit", limit)
                .getResultList();
    }
}
