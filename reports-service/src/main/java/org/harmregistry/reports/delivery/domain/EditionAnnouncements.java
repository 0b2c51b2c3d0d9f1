package org.harmregistry.reports.delivery.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFollower;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Announces in the transaction that changes an edition's standing: what was told has happened, and what happened is told. */
@ApplicationScoped
public class EditionAnnouncements implements EditionFollower {

    private final Announcements announcements;
    private final Clock clock;

    public EditionAnnouncements(Announcements announcements, Clock clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Uni<Void> published(Mutiny.Session session, Edition edition) {
        return add(session, Occasion.PUBLISHED, edition);
    }

    @Override
    public Uni<Void> superseded(Mutiny.Session session, Edition edition) {
        return add(session, Occasion.SUPERSEDED, edition);
    }

    @Override
    public Uni<Void> correctionDue(Mutiny.Session session, Edition edition) {
        return add(session, Occasion.CORRECTION_DUE, edition);
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.Session session, Edition edition) {
        return add(session, Occasion.WITHDRAWN, edition);
    }

    private Uni<Void> add(Mutiny.Session session, Occasion occasion, Edition edition) {
        return announcements.add(session, occasion, edition, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
