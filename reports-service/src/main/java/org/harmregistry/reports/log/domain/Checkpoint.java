package org.harmregistry.reports.log.domain;

import java.time.Instant;

/**
 * A signed tree head.
 *
 * @param epoch name of the epoch
 * @param head what is signed
 * @param note the signed note (C2SP signed-note), as it is served
 * @param key the verifier key that checks it
 * @param signedAt when, UTC
 */
public record Checkpoint(String epoch, TreeHead head, String note, String key, Instant signedAt) {
}
