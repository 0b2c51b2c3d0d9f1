package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a recomputation of an edition found.
 *
 * @param edition the edition
 * @param digest the digest under which it was published
 * @param recomputed the digest over the figures as they are stored now
 * @param matches true if the figures, all files and all lists of records still have their digests, and the log holds no other
 * @param files each file
 * @param records each list of records
 * @param log its leaves in the public log
 * @param checkedAt when it was checked, UTC
 */
public record Verification(UUID edition, String digest, String recomputed, boolean matches, List<FileCheck> files,
        List<RecordsCheck> records, List<EditionLogging.Place> log, Instant checkedAt) {

    /**
     * @param format the file's format
     * @param language its language
     * @param digest its digest when it was published
     * @param recomputed its digest now; absent if it is missing
     * @param matches true if both are the same
     */
    public record FileCheck(String format, String language, String digest, String recomputed, boolean matches) {
    }

    /**
     * @param digest the list's digest when it was frozen
     * @param count how many records it held
     * @param figures keys of the figures that it stands behind
     * @param recomputed its digest now; absent if it is missing
     * @param matches true if both digests are the same and the list holds as many records
     */
    public record RecordsCheck(String digest, int count, List<String> figures, String recomputed, boolean matches) {
    }
}
