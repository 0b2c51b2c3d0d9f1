package org.harmregistry.sources.attachment.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.sources.capture.domain.Check;
import org.harmregistry.sources.inspection.domain.InspectionFinding;

/**
 * What is known of an attachment beside its own record.
 *
 * @param findings of its inspection
 * @param checks of its own proofs, the last of each
 * @param workingCopies their ids in order
 * @param notMade copies that could not be made
 * @param examinationFailure why it could not be examined; {@code null} if it was, or is yet to be
 * @param note what the maker of a working copy says of it; {@code null} for nothing
 */
public record AttachmentKnowledge(List<InspectionFinding> findings, List<Check> checks, List<UUID> workingCopies,
        List<NotMade> notMade, String examinationFailure, String note) {

    /** For readers who are told of the copy alone, and for lists. */
    public static final AttachmentKnowledge UNTOLD = new AttachmentKnowledge(null, null, null, null, null, null);

    /** A copy that could not be made, with the reason in words that hold nothing of the content. */
    public record NotMade(Derivation derivation, String reason) {
    }
}
