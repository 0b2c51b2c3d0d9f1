package org.harmregistry.incidents.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * By which ids of other systems a record is found. One id of one system stands for one record of an organisation: that
 * for which the record was made.
 */
@ApplicationScoped
public class ExternalIds {

    private static final String ROWS = "jsonb_to_recordset(cast(cast(:keys as text) as jsonb)) as k(system text, id text)";
    private static final String BEARING = "select distinct x.record from record_external_id x join " + ROWS
            + " on k.system = x.system and k.id = x.value where x.collection = :collection and x.organisation = :organisation";
    private static final String FORGET = "delete from record_external_id where collection = :collection and record = :record";
    private static final String BEAR = """
            insert into record_external_id (collection, organisation, system, value, record)
            select distinct r.collection, r.organisation, k.system, k.id, r.record_id
            from revision r cross join
            """ + ROWS + """
             where r.collection = :collection and r.record_id = :record and r.version = 1 and r.organisation is not null
            """;

    private final JsonReading json;

    public ExternalIds(JsonReading json) {
        this.json = json;
    }

    /** The records of a collection that these ids stand for, in one organisation. */
    public Uni<Set<UUID>> bearing(Mutiny.Session session, String collection, String organisation, Collection<RowKey> keys) {
        return keys.isEmpty() ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(BEARING, UUID.class).setParameter("keys", json.tree(keys).toString())
                        .setParameter("collection", collection).setParameter("organisation", organisation).getResultList()
                        .map(HashSet::new);
    }

    /**
     * Writes by which ids a record is found from now on. To be called after the revision of the change: the first
     * revision tells for which organisation the record was made.
     */
    public Uni<Void> replace(Mutiny.Session session, String collection, UUID record, List<RowKey> before, List<RowKey> after) {
        if (before.equals(after)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Integer> forgotten = before.isEmpty() ? Uni.createFrom().item(0)
                : session.createNativeQuery(FORGET).setParameter("collection", collection).setParameter("record", record)
                        .executeUpdate();
        return forgotten.chain(() -> after.isEmpty() ? Uni.createFrom().voidItem()
                : session.createNativeQuery(BEAR).setParameter("keys", json.tree(after).toString())
                        .setParameter("collection", collection).setParameter("record", record).executeUpdate()
                        .replaceWithVoid());
    }
}
