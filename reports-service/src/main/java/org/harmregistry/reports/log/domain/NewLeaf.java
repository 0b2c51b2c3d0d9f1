package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A leaf on its way into the log.
 *
 * @param edition the edition it tells of; absent for an epoch
 * @param kind what it tells
 * @param content its bytes, canonical JSON (RFC 8785); no personal datum, for it can never be taken back
 * @param disclosure what opens its commitment; absent for an epoch
 * @param queuedAt when, UTC
 */
public record NewLeaf(UUID edition, LeafKind kind, byte[] content, Disclosure disclosure, Instant queuedAt) {
}
