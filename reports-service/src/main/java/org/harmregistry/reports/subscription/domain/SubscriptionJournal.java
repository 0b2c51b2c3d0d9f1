package org.harmregistry.reports.subscription.domain;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Writes subscriptions into the history. Revisions are for ever: of a webhook's address they hold the host alone, since
 * the rest often lets whoever knows it in, and of a person's address nothing.
 */
@ApplicationScoped
class SubscriptionJournal {

    private final History history;
    private final JsonReading json;

    SubscriptionJournal(History history, JsonReading json) {
        this.history = history;
        this.json = json;
    }

    Uni<Void> changed(Mutiny.Session session, Caller caller, Subscription subscription, String kind) {
        return append(session, caller, subscription, subscription.version(), kind, subscription.updatedAt(),
                subscription.status().word());
    }

    Uni<Void> deleted(Mutiny.Session session, Caller caller, Subscription subscription, Instant now) {
        return append(session, caller, subscription, subscription.version() + 1, "deleted", now, "deleted");
    }

    /** By the service itself. */
    Uni<Void> disabled(Mutiny.Session session, Subscription subscription) {
        return changed(session, new Caller("reports-service", subscription.organisation(), Set.of()), subscription,
                "disabled");
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, Subscription subscription, long version, String kind,
            Instant at, String status) {
        ObjectNode snapshot = (ObjectNode) json.tree(subscription.content());
        snapshot.remove("url");
        if (subscription.url() != null) {
            snapshot.put("host", URI.create(subscription.url()).getHost());
        }
        snapshot.put("id", subscription.id().toString()).put("status", status)
                .put("secretGeneration", subscription.secret().number());
        if (subscription.disabledCause() != null) {
            snapshot.put("disabledCause", subscription.disabledCause());
        }
        return history.append(session, caller, List.of(new Change("subscriptions", subscription.id(), version, kind, null, at,
                snapshot, false, false, subscription.organisation())));
    }
}
