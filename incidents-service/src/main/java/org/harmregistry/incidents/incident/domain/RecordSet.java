package org.harmregistry.incidents.incident.domain;

/**
 * Exactly which records stand behind a figure.
 *
 * @param count how many
 * @param digest {@code sha-256:} and the digest of the lines {@code id:version}, sorted, each ended by a line feed
 */
public record RecordSet(long count, String digest) {
}
