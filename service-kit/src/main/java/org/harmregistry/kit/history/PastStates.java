package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Reads records as the registry had them at an instant, from their revisions. The instant is an effective one: ask
 * {@link Horizon} for it before the transaction begins. Today's rights are for the caller of these methods to apply.
 */
@ApplicationScoped
public class PastStates {

    /**
     * A row per record of {@code :collection} that was there at {@code :asOf}, to select from: its id, version, times, snapshot
     * and derived values then. Instants are handed over as text.
     */
    public static final String AT_INSTANT = """
            (select distinct on (r.record_id) r.record_id as record_id, r.version as version, r.recorded_at as recorded_at,
                    r.snapshot as snapshot, r.derived as derived
             from revision r
             where r.collection = :collection and r.recorded_at <= cast(cast(:asOf as text) as timestamptz)
             order by r.record_id, r.version desc)
            """;
    private static final String COLUMNS = """
            select s.record_id as record_id, s.version as version, f.recorded_at as created_at, s.recorded_at as recorded_at,
                   cast(s.snapshot as text) as snapshot, cast(s.derived as text) as derived
            """;
    private static final String FIRST = " join revision f on f.collection = :collection and f.record_id = s.record_id"
            + " and f.version = 1 ";
    private static final String OF_RECORD = COLUMNS + """
            from (select r.record_id, r.version, r.recorded_at, r.snapshot, r.derived
                  from revision r
                  where r.collection = :collection and r.record_id = :recordId
                    and r.recorded_at <= cast(cast(:asOf as text) as timestamptz)
                  order by r.version desc limit 1) s
            """ + FIRST;
    private static final String ALL = COLUMNS + "from " + AT_INSTANT + " s" + FIRST;

    private final JsonReading json;

    PastStates(JsonReading json) {
        this.json = json;
    }

    /** One record as it was, or {@code null} if it was not there yet. */
    public Uni<PastState> of(Mutiny.Session session, String collection, UUID recordId, Instant asOf) {
        return session.createNativeQuery(OF_RECORD, Object[].class)
                .setParameter("collection", collection)
                .setParameter("recordId", recordId)
                .setParameter("asOf", asOf.toString())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : state(row));
    }

    /**
     * The records of a collection as they were.
     *
     * @param restriction a fixed fragment of SQL on the state {@code s}, from {@code where} on
     * @param parameters the fragment's parameters
     */
    public Uni<List<PastState>> all(Mutiny.Session session, String collection, Instant asOf, String restriction,
            Map<String, Object> parameters) {
        var query = session.createNativeQuery(ALL + restriction, Object[].class)
                .setParameter("collection", collection)
                .setParameter("asOf", asOf.toString());
        parameters.forEach(query::setParameter);
        return query.getResultList().map(rows -> rows.stream().map(this::state).toList());
    }

    /** How many records of a collection there were, restricted as in {@link #all}. */
    public Uni<Long> count(Mutiny.Session session, String collection, Instant asOf, String restriction,
            Map<String, ?> parameters) {
        var query = session.createNativeQuery("select count(*) from " + AT_INSTANT + " s" + restriction, Long.class)
                .setParameter("collection", collection)
                .setParameter("asOf", asOf.toString());
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private PastState state(Object[] row) {
        return new PastState((UUID) row[0], ((Number) row[1]).longValue(), SqlInstant.of(row[2]),
                SqlInstant.of(row[3]), json.stored((String) row[4]), json.stored((String) row[5]));
    }
}
