package org.harmregistry.reports.edition.domain;

/**
 * A file of an edition.
 *
 * @param format its format, also its name in addresses
 * @param mediaType its media type
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
public record EditionFile(String format, String mediaType, String digest, long bytes) {
}
