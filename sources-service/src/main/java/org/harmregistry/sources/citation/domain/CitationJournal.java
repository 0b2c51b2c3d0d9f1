package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceFollower;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Writes what happened to citations into the history and the change feed. Citations come into everybody's sight with their
 * source and leave it with it; that is a change of theirs, or readers of the feed would never hear of it.
 */
@ApplicationScoped
public class CitationJournal implements SourceFollower {

    /** The collection's name in history, feed and addresses. */
    public static final String COLLECTION = "citations";

    private final History history;
    private final Revisions revisions;
    private final JsonReading json;
    private final Citations citations;
    private final Clock clock;

    public CitationJournal(History history, Revisions revisions, JsonReading json, Citations citations, Clock clock) {
        this.history = history;
        this.revisions = revisions;
        this.json = json;
        this.citations = citations;
        this.clock = clock;
    }

    Change change(Citation citation, Source source, String kind, boolean publicBefore) {
        return change(citation, source, kind, null, publicBefore);
    }

    /** The change that brought a citation to its present version, counted for everybody, too. */
    Change change(Citation citation, Source source, String kind, String reason, boolean publicBefore) {
        citation.count(publicBefore, source.isPublic());
        // A source that its own organisation alone sees takes its citations along, whoever cited it.
        String organisation = source.isKeptOnly() ? source.organisation() : citation.organisation();
        return new Change(COLLECTION, citation.id(), citation.version(), kind, reason, citation.updatedAt(),
                snapshot(citation), publicBefore, source.isPublic(), organisation)
                .withPublicVersion(citation.publicVersion()).keptFromStaff(source.isKeptOnly());
    }

    Uni<Void> append(Mutiny.Session session, Caller caller, List<Change> changes) {
        return history.append(session, caller, changes);
    }

    Uni<RevisionRequest> effective(RevisionRequest asked) {
        return revisions.effective(asked);
    }

    Uni<RevisionPage> revisionsOf(Mutiny.Session session, UUID id, RevisionRequest asked) {
        return revisions.of(session, COLLECTION, id, asked);
    }

    @Override
    public Uni<Void> follow(Mutiny.Session session, Caller caller, Source source, String kind, boolean publicBefore) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return citations.ofSource(session, source.id()).chain(all -> {
            all.forEach(citation -> citation.follow(now));
            return append(session, caller, all.stream().map(each -> change(each, source, kind, publicBefore)).toList());
        });
    }

    private ObjectNode snapshot(Citation citation) {
        ObjectNode snapshot = (ObjectNode) json.tree(citation.content());
        snapshot.put("source", citation.sourceId().toString());
        // As its organisation is told: its contributors read the history, too.
        Caller own = new Caller(null, citation.organisation(), Set.of());
        snapshot.set("verification", json.tree(citation.verificationFor(own)));
        snapshot.set("successor", json.tree(citation.successorFor(own)));
        snapshot.set("status", json.tree(citation.status()));
        snapshot.put("retractionReason", citation.retractionReason());
        snapshot.put("organisation", citation.organisation());
        snapshot.put("version", citation.version());
        snapshot.put("recordedAt", citation.recordedAt().toString());
        snapshot.put("updatedAt", citation.updatedAt().toString());
        return snapshot;
    }
}
