package org.harmregistry.reports.edition.domain;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Does what must happen together with a change of an edition's standing: it is called in the transaction that makes the change,
 * after the edition's own revision, and its failure undoes the whole. Each bean of this type is called, in the order of the
 * names of their classes.
 */
public interface EditionFollower {

    /** The edition has just become public. */
    default Uni<Void> published(Mutiny.Session session, Edition edition) {
        return Uni.createFrom().voidItem();
    }

    /** A newer edition of the same period has just replaced this one. */
    default Uni<Void> superseded(Mutiny.Session session, Edition edition) {
        return Uni.createFrom().voidItem();
    }

    /** A record behind the published edition has changed, and the next edition is being prepared. */
    default Uni<Void> correctionDue(Mutiny.Session session, Edition edition) {
        return Uni.createFrom().voidItem();
    }

    /** The edition has just been taken back. */
    default Uni<Void> withdrawn(Mutiny.Session session, Edition edition) {
        return Uni.createFrom().voidItem();
    }
}
