package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: lists the allegations that a caller may see. */
public interface AllegationQueries {

    /**
     * A place in the order of lists: by the day received, then by id.
     */
    record Position(LocalDate receivedOn, UUID id) {
    }

    /** Allegations behind a position, in the order of lists; as of an instant, or today for {@code null}. */
    Uni<List<Allegation>> list(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf, Position after,
            int limit);

    Uni<Long> count(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf);
}
