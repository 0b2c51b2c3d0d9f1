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
            order by version limit :limit
            """;

    private final StoredJson json;
    private final CursorCodec cursors;

    public Revisions(StoredJson json, CursorCodec cursors) {
        this.json = json;
        this.cursors = cursors;
    }

    /**
     * A page of the revisions of one record, the oldest first.
     *
     * @throws Failure 400 {@code invalid_cursor} if the cursor is not of this record's revisions
     */
    public Uni<Page<Revision>> of(Mutiny.Session session, String collection, UUID recordId, PageRequest page) {
        String binding = "revisions/" + collection + "/" + recordId;
        long after = page.after() == null ? 0 : Long.parseLong(cursors.decode(binding, page.after(), 1).get(0));
        return session.createNativeQuery(OF_RECORD, Object[].class)
                .setParameter("collection", collection)
                .setParameter("recordId", recordId)
                .setParameter("from", after)
                .setParameter("limit", page.limit() + 2)
                .getResultList()
                .map(rows -> Page.of(compared(rows, after), page.limit(),
                        last -> cursors.encode(binding, List.of(Long.toString(last.version())))));
    }

    private List<Revision> compared(List<Object[]> rows, long after) {
        List<Revision> revisions = new ArrayList<>();
        JsonNode before = null;
        for (Object[] row : rows) {
            long version = ((Number) row[0]).longValue();
            JsonNode snapshot = json.read((String) row[6]);
            if (version > after) {
                revisions.add(new Revision(version, (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        SqlInstant.of(row[5]), ValueChanges.between(before, snapshot), snapshot));
            }
            before = snapshot;
        }
        return revisions;
    }

    /** The answer to a reader; its tag tells the versions, which never change. */
    public static Response answer(Page<Revision> page, String ifNoneMatch, UriInfo uri) {
        String tag = EntityTags.ofList(page.items().stream().map(revision -> revision.version() + "@" + revision.recordedAt()));
        return Answers.page(page, page, tag, ifNoneMatch, uri);
    }
}
