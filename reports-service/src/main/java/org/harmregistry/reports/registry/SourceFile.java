package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A file of a source that everybody may have.
 *
 * @param digest SHA-256 of its content, as {@code sha-256:} and hexadecimal digits
 * @param length in bytes
 * @param recordedAt when the registry took it in, UTC
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceFile(UUID id, UUID source, String name, String mediaType, String digest, long length, String derivation,
        Instant recordedAt) {
}
