package org.harmregistry.sources.attachment.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.source.domain.Source;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Writes what happened to attachments into the history and the change feed. */
@ApplicationScoped
public class AttachmentJournal {

    /** The collection's name in history and feed. */
    public static final String COLLECTION = "attachments";

    private final History history;
    private final JsonReading json;

    public AttachmentJournal(History history, JsonReading json) {
        this.history = history;
        this.json = json;
    }

    /** Appends the change that brought the attachment to its present version. */
    public Uni<Void> append(Mutiny.Session session, Caller caller, Attachment attachment, Source source, String kind,
            String reason, boolean publicBefore) {
        return history.append(session, caller, List.of(new Change(COLLECTION, attachment.id(), attachment.version(), kind,
                reason, attachment.updatedAt(), snapshot(attachment), publicBefore, attachment.isPublic(source),
                attachment.organisation()).withPublicVersion(attachment.publicVersion())));
    }

    private ObjectNode snapshot(Attachment attachment) {
        ObjectNode snapshot = json.emptyObject();
        snapshot.put("source", attachment.sourceId().toString());
        snapshot.set("role", json.tree(attachment.role()));
        snapshot.set("derivedFrom", json.tree(attachment.derivedFrom()));
        snapshot.put("derivation", attachment.derivation());
        snapshot.put("name", attachment.name());
        snapshot.put("declaredType", attachment.declaredType());
        snapshot.put("mediaType", attachment.mediaType());
        snapshot.put("digest", attachment.digest());
        snapshot.put("length", attachment.length());
        snapshot.put("captureDigest", attachment.captureDigest());
        snapshot.set("capturedAt", json.tree(attachment.capturedAt()));
        snapshot.set("state", json.tree(attachment.state()));
        snapshot.set("publication", json.tree(attachment.publication()));
        snapshot.put("organisation", attachment.organisation());
        snapshot.put("version", attachment.version());
        snapshot.put("recordedAt", attachment.recordedAt().toString());
        snapshot.put("updatedAt", attachment.updatedAt().toString());
        return snapshot;
    }
}
