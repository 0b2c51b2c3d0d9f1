package org.harmregistry.incidents.ruling.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A grading or strike status that an analyst gave an incident.
 *
 * @param id identifies it in the history
 * @param incident the incident
 * @param kind what is ruled on
 * @param number from 1 within the incident and kind
 * @param proposal what was proposed
 * @param proposedBy {@code sub} of who proposed it
 * @param proposedAt when, UTC
 * @param confirmation who confirmed it; {@code null} while nobody has
 * @param latest whether no later one was proposed
 */
public record Ruling(UUID id, UUID incident, RulingKind kind, int number, Proposal proposal, String proposedBy,
        Instant proposedAt, Confirmation confirmation, boolean latest) {

    /**
     * A second analyst's confirmation.
     *
     * @param by {@code sub} of who confirmed
     * @param at when, UTC
     * @param reason what the second analyst adds; may be {@code null}
     */
    public record Confirmation(String by, Instant at, String reason) {
    }

    public RulingState state() {
        if (confirmation != null) {
            return RulingState.CONFIRMED;
        }
        return latest ? RulingState.PROPOSED : RulingState.SUPERSEDED;
    }

    public boolean isConfirmed() {
        return confirmation != null;
    }

    /** The ruling as it stood at an instant at which it had been proposed. */
    Ruling at(Instant instant, boolean latestThen) {
        return new Ruling(id, incident, kind, number, proposal, proposedBy, proposedAt,
                confirmation == null || confirmation.at().isAfter(instant) ? null : confirmation, latestThen);
    }

    Ruling confirmed(Confirmation given) {
        return new Ruling(id, incident, kind, number, proposal, proposedBy, proposedAt, given, latest);
    }
}
