package org.harmregistry.sources.examination.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.harmregistry.sources.attachment.domain.AttachmentKnowledge.NotMade;
import org.harmregistry.sources.attachment.domain.Derivation;
import org.harmregistry.sources.capture.domain.CheckResult;
import org.harmregistry.sources.duplicate.domain.PictureHash;
import org.harmregistry.sources.inspection.domain.Inspection;

/**
 * What an examination came to.
 *
 * @param copies what was made of the file, in files of the job's own directory
 * @param picture what the picture is told alike by; {@code null} if the file is none, or was not decoded
 */
public record Examined(Inspection inspection, List<Checked> checks, List<Copied> copies, List<NotMade> notMade,
        PictureHash picture) {

    /**
     * A verification.
     *
     * @param timestamp the token that was verified; {@code null} for a proof in the file
     */
    public record Checked(CheckResult result, UUID timestamp) {
    }

    /** A copy that was made. */
    public record Copied(Derivation derivation, String mediaType, String ending, Path file) {
    }
}
