package org.harmregistry.incidents.tally;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A tally as other features work with it.
 *
 * @param id the tally's id
 * @param party slug of the party that it is about
 * @param knownOn the first day on which the world could know it
 * @param tally what it says
 */
public record PublishedTally(UUID id, String party, LocalDate knownOn, Tally tally) {
}
