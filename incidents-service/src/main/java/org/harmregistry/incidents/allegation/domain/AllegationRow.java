package org.harmregistry.incidents.allegation.domain;

import java.util.List;

/**
 * One row of an import.
 *
 * @param content what it says of the allegation
 * @param transitions the transitions that stand, in any order; {@code null} if the row does not say
 * @param whole false if it was exported for a reader who does not see all of an allegation
 */
record AllegationRow(AllegationContent content, List<TransitionContent> transitions, boolean whole) {
}
