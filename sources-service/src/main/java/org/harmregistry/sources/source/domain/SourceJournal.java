package org.harmregistry.sources.source.domain;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Writes what happened to sources into the history, the change feed and the custody log. */
@ApplicationScoped
public class SourceJournal {

    /** The collection's name in history, feed and addresses. */
    public static final String COLLECTION = "sources";

    private final History history;
    private final CustodyLog custody;
    private final Revisions revisions;
    private final JsonReading json;

    public SourceJournal(History history, CustodyLog custody, Revisions revisions, JsonReading json) {
        this.history = history;
        this.custody = custody;
        this.revisions = revisions;
        this.json = json;
    }

    /** The change that brought a source to its present version. */
    Change change(Source source, String kind, String reason, boolean publicBefore) {
        return new Change(COLLECTION, source.id(), source.version(), kind, reason, source.updatedAt(),
                snapshot(source), publicBefore, source.isPublic(), source.organisation())
                .withPublicVersion(source.face().version()).withDerived(derived(source))
                .keptFromStaff(source.isKeptOnly());
    }

    /** The digest of a source as it stands: that of its newest revision. */
    public String digest(Source source) {
        return CanonicalJson.digest(CanonicalJson.canonical(snapshot(source)));
    }

    /** How everybody counts: who asks for the past is told what everybody was told then. */
    private ObjectNode derived(Source source) {
        ObjectNode derived = json.emptyObject().put("publicVersion", source.face().version());
        return source.face().updatedAt() == null ? derived
                : derived.put("publicUpdatedAt", source.face().updatedAt().toString());
    }

    /** Writes the changes into history, feed and custody log. What is sent is made at once, and sent when it is asked for. */
    Uni<Void> append(Mutiny.Session session, Caller caller, List<Change> changes) {
        Uni<Void> told = history.append(session, caller, changes);
        return custody.append(session, changes.stream().flatMap(each -> SourceActs.of(each, caller)).toList(), told);
    }

    Uni<RevisionRequest> effective(RevisionRequest asked) {
        return revisions.effective(asked);
    }

    Uni<RevisionPage> revisionsOf(Mutiny.Session session, UUID id, RevisionRequest asked) {
        return revisions.of(session, COLLECTION, id, asked);
    }

    /** The whole record; of texts the digests, so that the history holds no words that may have to be forgotten. */
    private ObjectNode snapshot(Source source) {
        ObjectNode snapshot = (ObjectNode) json.tree(source.content());
        snapshot.setAll((ObjectNode) json.tree(source.facts()));
        snapshot.set("status", json.tree(source.status()));
        snapshot.set("publication", json.tree(source.publication()));
        snapshot.set("restrictions", json.tree(source.restrictions()));
        if (source.isKeptOnly()) {
            snapshot.put("keptOnly", true);
        }
        snapshot.put("organisation", source.organisation());
        snapshot.put("version", source.version());
        snapshot.put("recordedAt", source.recordedAt().toString());
        snapshot.put("updatedAt", source.updatedAt().toString());
        return snapshot;
    }
}
