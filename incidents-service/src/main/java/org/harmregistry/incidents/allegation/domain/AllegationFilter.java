package org.harmregistry.incidents.allegation.domain;

import java.time.LocalDate;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Publication;

/**
 * Which allegations are asked for; what is {@code null} does not count.
 *
 * @param incident about this incident
 * @param party made to this party, by slug
 * @param state in this state
 * @param channel that reached the party this way
 * @param from received on this day or later
 * @param to received on this day or earlier
 * @param reference with this reference of the party's
 * @param publication withheld or public
 */
public record AllegationFilter(UUID incident, String party, AllegationState state, AllegationChannel channel, LocalDate from,
        LocalDate to, String reference, Publication publication) {
}
