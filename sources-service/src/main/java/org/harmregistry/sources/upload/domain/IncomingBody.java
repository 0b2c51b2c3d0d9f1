package org.harmregistry.sources.upload.domain;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * Bytes that a request brings.
 *
 * @param pieces as they come, no faster than they are taken; fails if the sender goes away
 * @param cut breaks the line off; may be called from any thread
 */
public record IncomingBody(Multi<Buffer> pieces, Runnable cut) {
}
