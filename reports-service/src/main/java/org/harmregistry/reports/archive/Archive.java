package org.harmregistry.reports.archive;

import java.util.Optional;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Keeps immutable content under its SHA-256. */
public interface Archive {

    /**
     * Keeps the content; keeping the same again changes nothing.
     *
     * @return the content's digest, {@code sha-256:<hex>}
     * @throws org.harmregistry.kit.problem.Failure 503 {@code archive_unavailable}, 507 {@code archive_full}
     */
    Uni<String> keep(byte[] content, String mediaType);

    /** The same for content that is made while it is kept. */
    Uni<String> keep(LongContent content, String mediaType);

    /**
     * The content as it lies in the archive, unchecked: whoever shows it compares the digest first.
     *
     * @throws org.harmregistry.kit.problem.Failure 503 {@code archive_unavailable}
     */
    Uni<Optional<byte[]>> find(String digest);

    /**
     * The same in pieces, one after the other as they are asked for; none if it is not there.
     *
     * @throws org.harmregistry.kit.problem.Failure 503 {@code archive_unavailable}
     */
    Multi<byte[]> pieces(String digest);
}
