package org.harmregistry.sources.fixity.domain;

import java.time.Instant;
import java.util.List;

import org.harmregistry.sources.archive.ArchivedText.Integrity;

/**
 * A content that is not what it was.
 *
 * @param kind {@code file} or {@code text}
 * @param integrity what is wrong with it
 * @param foundAt when that was first seen
 * @param checkedAt when it was last looked at
 * @param verifiedAt when it was last found whole; {@code null} if never
 * @param holders whose content it is
 */
public record FixityFinding(String digest, String kind, Integrity integrity, Instant foundAt, Instant checkedAt,
        Instant verifiedAt, List<FixityFindings.Holder> holders) {
}
