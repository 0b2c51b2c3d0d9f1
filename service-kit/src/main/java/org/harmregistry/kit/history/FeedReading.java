package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Reads the rows of a feed behind a cursor. */
@ApplicationScoped
class FeedReading {

    /** The last change of each record tells whether the caller may see it today; past changes follow today's rights. */
    private static final String ROWS = """
            select c.position as position, c.record_id as record_id, c.version as version, c.kind as kind,
                   c.changed_at as changed_at, c.public_before as public_before, c.public_after as public_after,
                   latest.public_after as public_now, c.organisation as organisation,
                   coalesce(c.public_version, c.version) as counted,
                   coalesce(previous.public_version, previous.version) as counted_before,
                   coalesce(previous.kept_from_staff, false) as kept_before, c.kept_from_staff as kept_after,
                   latest.kept_from_staff as kept_now
            from change c
            join lateral (select l.public_after, l.kept_from_staff from change l
                          where l.collection = c.collection and l.record_id = c.record_id and l.position is not null
                          order by l.version desc limit 1) latest on true
            left join change previous on previous.collection = c.collection and previous.record_id = c.record_id
              and previous.version = c.version - 1
            where c.collection = :collection and c.position > :after
            order by c.position
            limit :limit
            """;
    private static final String STANDING = """
            select cast(e.epoch as text) as epoch, c.changed_at as changed_at
            from feed_epoch e left join change c on c.position = :position
            """;

    /** Every feed is called so; without a cursor it begins. */
    private static final String BEGIN_AGAIN = "<changes>; rel=\"first\"";

    private final UnitOfWork unitOfWork;
    private final CursorCodec cursors;

    FeedReading(UnitOfWork unitOfWork, CursorCodec cursors) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
    }

    /** What stands behind a cursor, and the cursor that each row leaves the reader with. */
    record Behind(FeedCursor start, List<FeedRow> rows) {

        FeedCursor end() {
            return rows.isEmpty() ? start : start.at(rows.get(rows.size() - 1));
        }
    }

    /**
     * The rows behind a cursor, at most so many.
     *
     * @param cursor as it was handed out; {@code null} to begin
     * @throws Failure 400 if the cursor is not of this feed, 410 {@code cursor_expired} if the feed has begun anew or was
     *         restored since
     */
    Uni<Behind> behind(String collection, String cursor, int limit) {
        return Uni.createFrom().deferred(() -> {
            FeedCursor asked = cursor == null ? null : FeedCursor.of(cursors.decode(binding(collection), cursor, 3));
            return unitOfWork.run(session -> standing(session, asked)
                    .chain(start -> rows(session, collection, start.position(), limit).map(rows -> new Behind(start, rows))));
        });
    }

    String encode(String collection, FeedCursor cursor) {
        return cursors.encode(binding(collection), cursor.values());
    }

    private static Uni<FeedCursor> standing(Mutiny.Session session, FeedCursor asked) {
        return session.createNativeQuery(STANDING, Object[].class)
                .setParameter("position", asked == null ? 0 : asked.position())
                .getSingleResult().map(row -> {
                    String epoch = (String) row[0];
                    Instant found = row[1] == null ? null : SqlInstant.of(row[1]);
                    if (asked != null && !asked.stands(epoch, found)) {
                        throw Failure.of(CommonFailure.CURSOR_EXPIRED).with("Link", BEGIN_AGAIN);
                    }
                    return asked == null ? FeedCursor.beginning(epoch) : asked;
                });
    }

    private static Uni<List<FeedRow>> rows(Mutiny.Session session, String collection, long after, int limit) {
        return session.createNativeQuery(ROWS, Object[].class)
                .setParameter("collection", collection)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList().map(rows -> rows.stream().map(FeedRow::of).toList());
    }

    private static String binding(String collection) {
        return "changes/" + collection;
    }
}
