package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;

/**
 * An entry in an allegation's record of transitions. Entries are only ever added: a correction is an entry under the root of
 * the one that it corrects, and the latest entry under a root stands.
 *
 * @param number counts the allegation's entries, from 1
 * @param root number of the entry that was made first for this transition; the number itself unless it corrects another
 * @param transition what is recorded; {@code null} if the entry takes the transition back
 * @param reason why an earlier entry was corrected or taken back
 * @param recordedAt when the registry recorded it, UTC
 * @param recordedBy the {@code sub} of who did it
 */
public record RecordedTransition(int number, int root, TransitionContent transition, String reason, Instant recordedAt,
        String recordedBy) {
}
