package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import io.smallrye.mutiny.Uni;

/** Writes what became of editions into the history and the change feed. */
@ApplicationScoped
public class EditionHistory {

    public static final String COLLECTION = "editions";

    private final History history;
    private final ObjectMapper mapper;

    public EditionHistory(History history, ObjectMapper mapper) {
        this.history = history;
        this.mapper = mapper;
    }

    /** Who publishes unattended: the service itself, for the organisation that owns the definition. */
    static Caller unattended(String organisation) {
        return new Caller("reports-service", organisation, Set.of());
    }

    Uni<Void> opened(Mutiny.Session session, Caller caller, NewEdition edition) {
        ObjectNode snapshot = mapper.createObjectNode().put("id", edition.id().toString()).put("report", edition.report())
                .put("period", edition.period().key()).put("number", edition.number())
                .put("status", EditionStatus.DRAFT.word()).put("title", edition.title());
        // The database stamps the new row with the start of the transaction, and no revision is recorded before that.
        return history.append(session, caller, List.of(new Change(COLLECTION, edition.id(), 1, "created", null, Instant.EPOCH,
                snapshot, false, false, edition.organisation())));
    }

    Uni<Void> published(Mutiny.Session session, Edition edition, List<Edition> superseded) {
        List<Change> changes = new ArrayList<>();
        changes.add(change(edition, "published", null, false));
        superseded.forEach(earlier -> changes.add(change(earlier, "superseded", null, true)));
        return history.append(session, unattended(edition.organisation()), changes);
    }

    /** One change that everybody sees, or that nobody but the staff does. */
    Uni<Void> append(Mutiny.Session session, Caller caller, Edition edition, String kind, String reason) {
        boolean wasPublic = edition.status() == EditionStatus.WITHDRAWN || edition.status().isPublic();
        return history.append(session, caller, List.of(change(edition, kind, reason, wasPublic)));
    }

    private Change change(Edition edition, String kind, String reason, boolean publicBefore) {
        UUID id = edition.id();
        ObjectNode snapshot = mapper.createObjectNode().put("id", id.toString()).put("report", edition.report())
                .put("period", edition.period().key()).put("number", edition.number())
                .put("status", edition.status().word()).put("title", edition.title());
        if (edition.effectiveAt() != null) {
            snapshot.put("effectiveAt", edition.effectiveAt().toString()).put("digest", edition.digest());
            snapshot.putRawValue("files", new RawValue(edition.files()));
        }
        if (edition.publishedAt() != null) {
            snapshot.put("publishedAt", edition.publishedAt().toString());
        }
        return new Change(COLLECTION, id, edition.version(), kind, reason, edition.updatedAt(), snapshot, null, publicBefore,
                edition.status().isPublic(), Math.max(edition.publicVersion(), 1), edition.organisation());
    }
}
