package org.harmregistry.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFollower;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lets a test hold the transaction that makes an edition public. */
@ApplicationScoped
class HeldFollower implements EditionFollower {

    @Override
    public Uni<Void> published(Mutiny.Session session, Edition edition) {
        return Held.pass(Held.PUBLISHING);
    }
}
