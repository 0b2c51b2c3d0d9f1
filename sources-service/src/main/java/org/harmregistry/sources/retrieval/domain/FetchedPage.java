package org.harmregistry.sources.retrieval.domain;

import java.util.List;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * A page that is just coming in.
 *
 * @param hops the addresses asked, from the one wanted to the one that answered
 * @param declaredType the media type that the server names; {@code null} if none
 * @param bytes its content, no faster than it is taken, and no more than is allowed; to be subscribed to once
 */
public record FetchedPage(List<String> hops, String declaredType, Multi<Buffer> bytes) {
}
