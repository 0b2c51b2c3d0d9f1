package org.harmregistry.kit.history;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Reads the change feed: one total order per collection in which nothing ever appears before a position already handed out.
 */
@ApplicationScoped
public class ChangeFeed {

    /** The last change of each record tells whether the caller may see it today; past changes follow today's rights. */
    private static final String READ = """
            select c.position, c.record_id, c.version, c.kind, c.changed_at, c.public_before, c.public_after,
                   last.public_after as public_now, c.organisation
            from change c
            join lateral (select l.public_after from change l
                          where l.collection = c.collection and l.record_id = c.record_id and l.position is not null
                          order by l.version desc limit 1) last on true
            where c.collection = :collection and c.position > :after
            order by c.position
            limit :limit
            """;
    private static final String EPOCH = "select epoch from feed_epoch";

    private final UnitOfWork unitOfWork;
    private final ChangePositions positions;
    private final CursorCodec cursors;

    public ChangeFeed(UnitOfWork unitOfWork, ChangePositions positions, CursorCodec cursors) {
        this.unitOfWork = unitOfWork;
        this.positions = positions;
        this.cursors = cursors;
    }

    /**
     * The changes behind a cursor that the caller may see.
     *
     * @throws Failure 410 {@code cursor_expired} if the feed has begun anew since the cursor was made
     */
    public Uni<ChangePage> read(String collection, Caller caller, PageRequest page) {
        return positions.assign().chain(() -> unitOfWork.run(session -> epoch(session)
                .chain(epoch -> page(session, collection, caller, page, epoch))));
    }

    private Uni<ChangePage> page(Mutiny.Session session, String collection, Caller caller, PageRequest page, String epoch) {
        String binding = "changes/" + collection;
        long after = page.after() == null ? 0 : position(binding, page.after(), epoch, collection);
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("collection", collection)
                .setParameter("after", after)
                .setParameter("limit", page.limit())
                .getResultList()
                .map(rows -> {
                    long last = rows.isEmpty() ? after : ((Number) rows.get(rows.size() - 1)[0]).longValue();
                    List<ChangeEntry> entries = rows.stream().map(row -> entry(row, caller))
                            .filter(entry -> entry != null).toList();
                    String next = cursors.encode(binding, List.of(epoch, Long.toString(last)));
                    return new ChangePage(entries, new ChangePage.Position(entries.size(), next, rows.size() == page.limit()));
                });
    }

    private long position(String binding, String cursor, String epoch, String collection) {
        List<String> values = cursors.decode(binding, cursor, 2);
        if (!values.get(0).equals(epoch)) {
            throw Failure.of(CommonFailure.CURSOR_EXPIRED).with("Link",
                    "</api/v1/" + collection + "/changes>; rel=\"first\"");
        }
        return Long.parseLong(values.get(1));
    }

    /** What the caller sees of one row: the change, a tombstone where the record left everybody's sight, or nothing. */
    private static ChangeEntry entry(Object[] row, Caller caller) {
        boolean publicBefore = (Boolean) row[5];
        boolean publicAfter = (Boolean) row[6];
        boolean publicNow = (Boolean) row[7];
        boolean own = caller.readsAll() || caller.belongsTo((String) row[8]);
        UUID id = (UUID) row[1];
        long version = ((Number) row[2]).longValue();
        if (own || publicNow && publicAfter) {
            return new ChangeEntry(id, version, (String) row[3], false, null, Revision.instant(row[4]));
        }
        if (publicBefore && !publicAfter) {
            return new ChangeEntry(id, version, "removed", true, "no_longer_public", Revision.instant(row[4]));
        }
        return null;
    }

    private static Uni<String> epoch(Mutiny.Session session) {
        return session.createNativeQuery(EPOCH, Object.class).getSingleResult().map(String::valueOf);
    }
}
