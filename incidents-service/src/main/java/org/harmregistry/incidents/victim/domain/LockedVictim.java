package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Incident;

/** A victim whose incident is locked, so that nobody else writes it. */
record LockedVictim(Incident incident, Victim victim) {
}
