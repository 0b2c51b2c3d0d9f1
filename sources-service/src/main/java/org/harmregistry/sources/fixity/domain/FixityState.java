package org.harmregistry.sources.fixity.domain;

import java.time.Instant;

/**
 * How far the check of all content is.
 *
 * @param contents how many contents there are
 * @param unchecked how many of them nobody looked at since they were stored
 * @param damaged how many are not what they were
 * @param missing how many are gone
 * @param oldestCheck when the one that was not looked at for the longest time was; {@code null} if none was yet
 */
public record FixityState(long contents, long unchecked, long damaged, long missing, Instant oldestCheck) {
}
