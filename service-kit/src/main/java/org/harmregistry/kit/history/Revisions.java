package org.harmregistry.kit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Reads the revisions of one record, page by page. Who may read them, the caller of these methods has decided. */
@ApplicationScoped
public class Revisions {

    /** Begins with the version before the page, which the first of the page is compared with. */
    private static final String OF_RECORD = """
            select version as version, kind as kind, reason as reason, recorded_by as recorded_by,
                   organisation as organisation, recorded_at as recorded_at, cast(snapshot as text) as snapshot
            from revision where collection = :collection and record_id = :recordId and version >= :from
              and (cast(:asOf as text) is null or recorded_at <= cast(cast(:asOf as text) as timestamptz))
            order by version limit :limit
            """;

    private final JsonReading json;
    private final CursorCodec cursors;
    private final Horizon horizon;

    public Revisions(JsonReading json, CursorCodec cursors, Horizon horizon) {
        this.json = json;
        this.cursors = cursors;
        this.horizon = horizon;
    }

    /** The request as of the effective instant; to be asked before the transaction that reads begins. */
    public Uni<RevisionRequest> effective(RevisionRequest asked) {
        return horizon.effective(asked.asOf()).map(instant -> new RevisionRequest(asked.page(), instant));
    }

    /**
     * A page of the revisions of one record, the oldest first.
     *
     * @param asked which of them, as of an effective instant
     * @throws Failure 400 {@code invalid_cursor} if the cursor is not of these revisions
     */
    public Uni<RevisionPage> of(Mutiny.Session session, String collection, UUID recordId, RevisionRequest asked) {
        PageRequest page = asked.page();
        String binding = "revisions/" + collection + "/" + recordId + (asked.asOf() == null ? "" : "/" + asked.asOf());
        long after = page.after() == null ? 0 : Long.parseLong(cursors.decode(binding, page.after(), 1).get(0));
        return session.createNativeQuery(OF_RECORD, Object[].class)
                .setParameter("collection", collection)
                .setParameter("recordId", recordId)
                .setParameter("from", after)
                .setParameter("asOf", asked.asOf() == null ? null : asked.asOf().toString())
                .setParameter("limit", page.limit() + 2)
                .getResultList()
                .map(rows -> Page.of(compared(rows, after), page.limit(),
                        last -> cursors.encode(binding, List.of(Long.toString(last.version())))))
                .map(found -> new RevisionPage(found.items(), found.page(), asked.asOf()));
    }

    private List<Revision> compared(List<Object[]> rows, long after) {
        List<Revision> revisions = new ArrayList<>();
        JsonNode before = null;
        for (Object[] row : rows) {
            long version = ((Number) row[0]).longValue();
            JsonNode snapshot = json.stored((String) row[6]);
            if (version > after) {
                revisions.add(new Revision(version, (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        SqlInstant.of(row[5]), ValueChanges.between(before, snapshot), snapshot));
            }
            before = snapshot;
        }
        return revisions;
    }

    /** The answer to a reader; its tag tells the versions, which never change. */
    public static Response answer(RevisionPage page, String ifNoneMatch, UriInfo uri) {
        String tag = EntityTags.ofList(page.items().stream().map(revision -> revision.version() + "@" + revision.recordedAt()));
        return Answers.page(new Page<>(page.items(), page.page()), page, tag, ifNoneMatch, uri);
    }
}
