package org.harmregistry.incidents.ruling.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Writes what happened to rulings into the history: version 1 is the proposal, version 2 its confirmation. */
@ApplicationScoped
public class RulingJournal {

    private final History history;
    private final JsonReading json;

    public RulingJournal(History history, JsonReading json) {
        this.history = history;
        this.json = json;
    }

    Uni<Void> append(Mutiny.Session session, Caller caller, Incident incident, Ruling ruling) {
        boolean confirmed = ruling.isConfirmed();
        ObjectNode snapshot = (ObjectNode) json.tree(ruling.proposal());
        snapshot.put("id", ruling.id().toString()).put("incident", ruling.incident().toString())
                .put("number", ruling.number()).put("state", ruling.state().term())
                .put("proposedBy", ruling.proposedBy()).put("proposedAt", ruling.proposedAt().toString());
        if (confirmed) {
            snapshot.set("confirmation", json.tree(ruling.confirmation()));
        }
        String reason = confirmed ? ruling.confirmation().reason() : ruling.proposal().reason();
        return history.append(session, caller, List.of(new Change(ruling.kind().collection(), ruling.id(),
                confirmed ? 2 : 1, confirmed ? "confirmed" : "proposed", reason,
                confirmed ? ruling.confirmation().at() : ruling.proposedAt(), snapshot, false,
                confirmed && incident.isPublic(), incident.organisation())));
    }
}
