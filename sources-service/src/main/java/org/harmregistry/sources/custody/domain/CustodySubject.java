package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A source as its custody speaks of it.
 *
 * @param kind word of the vocabulary of source kinds
 * @param version the record's present version
 */
public record CustodySubject(UUID id, String kind, String title, String organisation, long version, Instant recordedAt) {
}
