package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came of making an edition's figures again from the registry as of its instant.
 *
 * @param edition the edition
 * @param asOf the instant that the edition, and this, is true of
 * @param digest digest over the edition's figures
 * @param recomputed digest over the figures made now
 * @param matches true if both are the same
 * @param differing keys of the figures that differ, are missing or are new; what nobody may see any more is missing
 * @param computedAt when it was made, UTC
 */
public record Recomputation(UUID edition, Instant asOf, String digest, String recomputed, boolean matches,
        List<String> differing, Instant computedAt) {
}
