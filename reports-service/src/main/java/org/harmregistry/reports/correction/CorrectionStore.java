package org.harmregistry.reports.correction;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.registry.ChangesRead;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.smallrye.mutiny.Uni;

/** What corrections keep in PostgreSQL: cursors, changes seen, and the records behind watched editions. */
@ApplicationScoped
class CorrectionStore {

    private static final String CURSOR = "select cursor from followed_feed where feed = :feed";

    /** Compare and set: of two replicas that read the same page one moves on, and the other one's work changes nothing. */
    private static final String MOVE = """
            insert into followed_feed (feed, cursor, read_at) values (:feed, :next, now())
            on conflict on constraint followed_feed_pk do update set cursor = excluded.cursor, read_at = excluded.read_at
            where followed_feed.cursor is not distinct from :seen
            """;
    private static final String SEE = """
            insert into seen_change (record_id, collection, changed_at, reason)
            select distinct on (c."id") c."id", :collection, c."changedAt", c."reason"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as c("id" uuid, "changedAt" timestamptz, "reason" text)
            where c."changedAt" > coalesce((select min(effective_at) from edition where status in ('gated', 'published')),
                                           now() - interval '1 day')
            order by c."id", c."changedAt" desc
            on conflict on constraint seen_change_pk do update
                set changed_at = greatest(seen_change.changed_at, excluded.changed_at), reason = excluded.reason
            """;
    private static final String TO_LIST = """
            update edition_watch set claimed_until = now() + interval '1 minute'
            where edition_id = (select edition_id from edition_watch
                                where not listed and (claimed_until is null or claimed_until < now())
                                limit 1 for update skip locked)
            returning edition_id
            """;
    private static final String LIST = """
            insert into edition_record (record_id, edition_id)
            select distinct cast(id as uuid), cast(:edition as uuid) from unnest(string_to_array(:ids, ',')) as id
            where exists (select 1 from edition_watch w where w.edition_id = :edition)
            on conflict do nothing
            """;
    private static final String LISTED = "update edition_watch set listed = true where edition_id = :edition";
    private static final String UNMARKED = """
            edition e join edition_watch w on w.edition_id = e.id and w.listed
            where e.status = 'published' and e.correction_due_at is null""";
    /** What the answer to the next question depends on. */
    private static final String STATE = """
            select concat_ws(' ', (select string_agg(feed || '=' || cursor, ',' order by feed) from followed_feed),
                             (select string_agg(cast(e.id as text), ',' order by e.id) from %s))
            """.formatted(UNMARKED);
    /** Changes before all of these editions are left out first: usually that is nearly all of them. */
    private static final String TOUCHED = """
            with watched as materialized (select e.id, e.effective_at from %s)
            select distinct w.id from seen_change c
            join edition_record r on r.record_id = c.record_id
            join watched w on w.id = r.edition_id and w.effective_at < c.changed_at
            where c.changed_at > (select min(effective_at) from watched)
            limit 50
            """.formatted(UNMARKED);
    private static final String CAUSES = """
            select c.record_id, c.collection, c.reason from edition_record r
            join seen_change c on c.record_id = r.record_id and c.changed_at > (select effective_at from edition where id = :edition)
            where r.edition_id = :edition order by c.changed_at, c.record_id limit 200
            """;
    private static final String FORGET = """
            delete from seen_change where changed_at < least(now() - interval '1 day',
                coalesce((select min(effective_at) from edition where status in ('gated', 'published')), now()))
            """;

    /**
     * A record that changed behind an edition.
     *
     * @param collection whose record it is
     * @param id the record
     * @param reason why everybody may no longer read it; {@code null} if everybody may
     */
    record Cause(String collection, UUID id, String reason) {
    }

    Uni<String> cursor(Mutiny.Session session, String feed) {
        return session.createNativeQuery(CURSOR, String.class).setParameter("feed", feed).getResultList()
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    Uni<Boolean> move(Mutiny.Session session, String feed, String seen, String next) {
        return session.createNativeQuery(MOVE).setParameter("feed", feed).setParameter("seen", seen).setParameter("next", next)
                .executeUpdate().map(rows -> rows == 1);
    }

    Uni<Void> see(Mutiny.Session session, String collection, List<ChangesRead.Entry> entries) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> rows.addObject().put("id", entry.id().toString())
                .put("changedAt", entry.changedAt().toString()).put("reason", entry.reason()));
        return session.createNativeQuery(SEE).setParameter("collection", collection).setParameter("rows", rows.toString())
                .executeUpdate().replaceWithVoid();
    }

    /** One watched edition whose records are not listed yet, for a minute; {@code null} if there is none. */
    Uni<UUID> toList(Mutiny.Session session) {
        return session.createNativeQuery(TO_LIST, UUID.class).getSingleResultOrNull();
    }

    Uni<Void> list(Mutiny.Session session, UUID edition, Collection<UUID> records) {
        return session.createNativeQuery(LIST).setParameter("edition", edition)
                .setParameter("ids", String.join(",", records.stream().map(UUID::toString).toList())).executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> listed(Mutiny.Session session, UUID edition) {
        return session.createNativeQuery(LISTED).setParameter("edition", edition).executeUpdate().replaceWithVoid();
    }

    /** The same as long as {@link #touched} would find the same. */
    Uni<String> state(Mutiny.Session session) {
        return session.createNativeQuery(STATE, String.class).getSingleResult();
    }

    /** Published editions behind which something changed since, and that are not marked yet. */
    Uni<List<UUID>> touched(Mutiny.Session session) {
        return session.createNativeQuery(TOUCHED, UUID.class).getResultList();
    }

    Uni<List<Cause>> causes(Mutiny.Session session, UUID edition) {
        return session.createNativeQuery(CAUSES, Object[].class).setParameter("edition", edition).getResultList()
                .map(rows -> rows.stream().map(row -> new Cause((String) row[1], (UUID) row[0], (String) row[2])).toList());
    }

    Uni<Void> forget(Mutiny.Session session) {
        return session.createNativeQuery(FORGET).executeUpdate().replaceWithVoid();
    }
}
