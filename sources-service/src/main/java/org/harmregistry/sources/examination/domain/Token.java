package org.harmregistry.sources.examination.domain;

import java.util.UUID;

/** A time-stamp token that was brought for an attachment, as received. */
public record Token(UUID id, byte[] bytes) {
}
