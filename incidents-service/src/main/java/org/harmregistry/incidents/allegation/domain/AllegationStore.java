package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: keeps allegations and what is recorded of their transitions. */
public interface AllegationStore {

    /** The allegation with this id, or {@code null}. */
    Uni<Allegation> find(Mutiny.Session session, UUID id);

    /** Those of several that there are, in no order. */
    Uni<List<Allegation>> findAll(Mutiny.Session session, Collection<UUID> ids);

    /** The allegation as the registry had recorded it by an instant. */
    Uni<Allegation> find(Mutiny.Session session, UUID id, Instant asOf);

    /** The allegation, locked until the transaction ends, so that only one can change it. */
    Uni<Allegation> findLocked(Mutiny.Session session, UUID id);

    /** Those that are public themselves and about one of the incidents, locked, in the order of their ids. */
    Uni<List<Allegation>> publicAbout(Mutiny.Session session, Collection<UUID> incidents);

    /** Those about an incident, locked, in the order of their ids. */
    Uni<List<Allegation>> about(Mutiny.Session session, UUID incident);

    /** Lets one transaction at a time decide about an id that may not exist yet. */
    Uni<Void> claim(Mutiny.Session session, UUID id);

    /** True if the same caller created the allegation with the same body. */
    Uni<Boolean> wasCreatedBy(Mutiny.Session session, UUID id, String subject, String digest);

    Uni<Void> add(Mutiny.Session session, Allegation allegation, String subject, String digest);

    Uni<Void> update(Mutiny.Session session, Allegation allegation);

    /** What is recorded of an allegation's transitions, in the order of the numbers; all of it for {@code null}. */
    Uni<List<RecordedTransition>> transitions(Mutiny.Session session, UUID allegation, Instant asOf);

    Uni<Void> append(Mutiny.Session session, UUID allegation, List<RecordedTransition> entries);

    /** Lets one transaction at a time decide which of a party's allegations repeat each other. */
    Uni<Void> claimDuplicates(Mutiny.Session session, String party);

    /** The allegation that each repeats, beginning with the given one, until one repeats none or a circle closes. */
    Uni<List<UUID>> repeatedBy(Mutiny.Session session, UUID allegation);
}
