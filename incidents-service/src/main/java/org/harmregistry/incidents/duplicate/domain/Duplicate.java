package org.harmregistry.incidents.duplicate.domain;

/**
 * A record that may be of the same incident as another one.
 *
 * @param candidate the record
 * @param score how likely, and why
 * @param dismissal that it was found not to be; {@code null} if nobody found so
 */
public record Duplicate(ComparedIncident candidate, DuplicateScore score, Dismissal dismissal) {
}
