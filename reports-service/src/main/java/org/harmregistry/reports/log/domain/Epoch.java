package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One history of the log.
 *
 * @param id its id in the register
 * @param name eight hexadecimal digits, in addresses and at the end of the origin
 * @param number 1 for the first
 * @param origin the log's name in its checkpoints: the address of the epoch without its scheme (C2SP tlog-checkpoint)
 * @param reason why it was begun; absent for the first
 * @param startedBy who began it
 * @param startedAt when, UTC
 */
public record Epoch(UUID id, String name, int number, String origin, String reason, String startedBy, Instant startedAt) {
}
