package org.harmregistry.reports.delivery.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.subscription.domain.ConfirmationRequests;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Asks an address by the same queue as all else is sent. */
@ApplicationScoped
class QueuedConfirmation implements ConfirmationRequests {

    private final Announcements announcements;

    QueuedConfirmation(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public Uni<Void> ask(Mutiny.Session session, UUID subscription, Instant now) {
        return announcements.addFor(session, subscription, Occasion.CONFIRMATION, now).replaceWithVoid();
    }
}
