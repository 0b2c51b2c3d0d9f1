package org.harmregistry.incidents.victim.domain;

import java.util.UUID;

/**
 * Which victims are asked for.
 *
 * @param incident whose victims
 * @param withdrawn those that were withdrawn, or else those that count
 * @param namePublic only those whose name everybody may read
 */
public record VictimSearch(UUID incident, boolean withdrawn, boolean namePublic) {
}
