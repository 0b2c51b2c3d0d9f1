package org.harmregistry.sources.consent.domain;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Writes consents into a history of their own, without their words; nobody is given this collection to read. */
@ApplicationScoped
class ConsentJournal {

    private static final String COLLECTION = "consents";

    private final History history;
    private final JsonReading json;

    ConsentJournal(History history, JsonReading json) {
        this.history = history;
        this.json = json;
    }

    Uni<Void> recorded(Mutiny.Session session, Caller caller, Consent consent) {
        ObjectNode snapshot = json.emptyObject();
        snapshot.set("purpose", json.tree(consent.purpose()));
        snapshot.set("state", json.tree(consent.state()));
        snapshot.set("validUntil", json.tree(consent.validUntil()));
        return history.append(session, caller,
                List.of(new Change(COLLECTION, consent.sourceId(), consent.number(),
                        consent.state().name().toLowerCase(Locale.ROOT), null, consent.recordedAt(), snapshot, false, false,
                        consent.organisation())));
    }
}
