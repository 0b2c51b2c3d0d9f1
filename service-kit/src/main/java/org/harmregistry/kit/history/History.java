package org.harmregistry.kit.history;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Writes what changed, who changed it, when and why, in the session of the change itself: either both are there or neither. The
 * service's database role may add to these tables and read them, nothing else.
 */
@ApplicationScoped
public class History {

    /** Never before the transaction began, whatever the service's clock says: the horizon of the past relies on it. */
    private static final String APPEND_REVISIONS = """
            insert into revision (collection, record_id, version, kind, reason, recorded_by, organisation, recorded_at, snapshot,
                                  derived)
            select r."collection", r."recordId", r."version", r."kind", r."reason", :subject, :organisation,
                   greatest(r."recordedAt", now()), r."snapshot", r."derived"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("collection" text, "recordId" uuid, "version" bigint, "kind" text, "reason" text, "recordedAt" timestamptz,
                   "snapshot" jsonb, "derived" jsonb)
            """;
    private static final String APPEND_CHANGES = """
            insert into change (collection, record_id, version, kind, public_before, public_after, public_version, organisation,
                                kept_from_staff, changed_at)
            select c."collection", c."recordId", c."version", c."kind", c."publicBefore", c."publicAfter", c."publicVersion",
                   c."organisation", c."keptFromStaff", greatest(c."recordedAt", now())
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as c("collection" text, "recordId" uuid, "version" bigint, "kind" text, "publicBefore" boolean,
                   "publicAfter" boolean, "publicVersion" bigint, "organisation" text,
                   "keptFromStaff" boolean, "recordedAt" timestamptz)
            """;

    private final ObjectMapper mapper;

    public History(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Appends the changes. The session is flushed first: a record's row is then locked before its change takes a number, so
     * that the versions of one record stand in the feed in their order.
     */
    public Uni<Void> append(Mutiny.Session session, Caller caller, List<Change> changes) {
        if (changes.isEmpty()) {
            return session.flush();
        }
        ArrayNode rows = rows(changes);
        String revisions = rows.toString();
        // The feed is thin: to send the snapshots a second time would only cost time.
        rows.forEach(row -> ((ObjectNode) row).remove(List.of("snapshot", "derived")));
        String entries = rows.toString();
        return session.flush()
                .chain(() -> session.createNativeQuery(APPEND_REVISIONS)
                        .setParameter("rows", revisions)
                        .setParameter("subject", caller.subject())
                        .setParameter("organisation", caller.organisation())
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(APPEND_CHANGES).setParameter("rows", entries).executeUpdate())
                .replaceWithVoid();
    }

    private ArrayNode rows(List<Change> changes) {
        ArrayNode rows = mapper.createArrayNode();
        for (Change change : changes) {
            ObjectNode row = rows.addObject();
            row.put("collection", change.collection()).put("recordId", change.recordId().toString())
                    .put("version", change.version()).put("kind", change.kind()).put("reason", change.reason())
                    .put("publicBefore", change.publicBefore()).put("publicAfter", change.publicAfter())
                    .put("publicVersion", change.publicVersion()).put("organisation", change.organisation())
                    .put("keptFromStaff", change.keptFromStaff()).put("recordedAt", change.recordedAt().toString());
            row.set("snapshot", change.snapshot());
            row.set("derived", change.derived());
        }
        return rows;
    }
}
