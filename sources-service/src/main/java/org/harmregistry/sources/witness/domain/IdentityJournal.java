package org.harmregistry.sources.witness.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.custody.domain.CustodyAct;
import org.harmregistry.sources.custody.domain.CustodyEntry;
import org.harmregistry.sources.custody.domain.CustodyLog;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Writes what happened to identities into a history of their own: who did what and when, never what an identity says nor why it
 * was opened. The source's own versions and feed do not move, or they would tell that there is an identity.
 */
@ApplicationScoped
class IdentityJournal {

    /** Nobody is given this collection to read; it is there for whoever audits the register. */
    private static final String COLLECTION = "identities";

    private final History history;
    private final CustodyLog custody;
    private final JsonReading json;

    IdentityJournal(History history, CustodyLog custody, JsonReading json) {
        this.history = history;
        this.custody = custody;
        this.json = json;
    }

    Uni<Void> put(Mutiny.Session session, Caller caller, HeldIdentity identity, Instant now) {
        return append(session, caller, identity, "put", null, now);
    }

    /** @param what what happened to the act: {@code requested}, {@code consented}, {@code refused}, {@code read} */
    Uni<Void> act(Mutiny.Session session, Caller caller, HeldIdentity identity, GuardedAct act, String what, Instant now) {
        return append(session, caller, identity, json.tree(act.kind()).textValue() + "_" + what, act.number(), now);
    }

    /** That what was sealed was read is a matter of the source's custody, too. */
    Uni<Void> read(Mutiny.Session session, Caller caller, HeldIdentity identity, GuardedAct act, Instant now) {
        return act(session, caller, identity, act, "read", now)
                .chain(() -> custody.append(session, entry(identity, CustodyAct.ACCESSED, caller, now,
                        Map.of("part", "identity", "opening", act.number()))));
    }

    Uni<Void> shredded(Mutiny.Session session, Caller caller, HeldIdentity identity, Instant now) {
        return append(session, caller, identity, "shredded", null, now)
                .chain(() -> custody.append(session, entry(identity, CustodyAct.DELETED_UNDER_RULE, caller, now,
                        Map.of("part", "identity", "rule", "two_custodians"))));
    }

    private static CustodyEntry entry(HeldIdentity identity, CustodyAct act, Caller caller, Instant now,
            Map<String, Object> detail) {
        return new CustodyEntry(identity.sourceId(), null, act, caller.subject(), now, null, null, detail);
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, HeldIdentity identity, String kind, Integer number,
            Instant now) {
        ObjectNode snapshot = json.emptyObject();
        snapshot.set("state", json.tree(identity.state()));
        snapshot.put("version", identity.version());
        snapshot.put("number", number);
        return history.append(session, caller, List.of(new Change(COLLECTION, identity.sourceId(), identity.nextEvent(), kind,
                null, now, snapshot, false, false, identity.organisation())));
    }
}
