package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: what became of a party's allegations, by both clocks, as far as a caller may see them. */
public interface AllegationHistories {

    /**
     * A transition that stands.
     */
    record DatedState(UUID allegation, AllegationState state, LocalDate on) {
    }

    /**
     * What a party concedes by finding an allegation credible.
     */
    record Concession(UUID incident, UUID allegation, LocalDate on, Conceded conceded) {
    }

    /**
     * The transitions of all the party's allegations, each allegation's together and in their dated order.
     *
     * @param knownBy only what the world knew by this day; {@code null} for all
     * @param asOf only what the registry had recorded by this instant; {@code null} for today
     */
    Uni<List<DatedState>> transitions(Mutiny.Session session, Caller caller, String party, LocalDate knownBy, Instant asOf);

    /**
     * What the party concedes in the allegations that are credible by both clocks.
     *
     * @param incidents only those about these incidents; {@code null} for all, also without an incident
     */
    Uni<List<Concession>> concessions(Mutiny.Session session, Caller caller, String party, Collection<UUID> incidents,
            LocalDate knownBy, Instant asOf);
}
