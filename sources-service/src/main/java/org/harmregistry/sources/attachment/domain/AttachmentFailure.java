package org.harmregistry.sources.attachment.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only attachments know. */
public enum AttachmentFailure implements FailureCode {
    ALREADY_ATTACHED(FailureKind.CONFLICT, "The source has this content as another attachment"),
    ALREADY_DERIVED(FailureKind.CONFLICT, "There is such a working copy of the attachment already"),
    EVIDENCE_NOT_RELEASED(FailureKind.CONFLICT, "What came in is never shown to everybody: release a working copy of it"),
    METADATA_NOT_REMOVED(FailureKind.CONFLICT, "The copy may tell of its making: release the copy of it without metadata"),
    DIGEST_UNKNOWN(FailureKind.MALFORMED, "A digest is in no form or algorithm that is taken here"),
    RANGE_NOT_SATISFIABLE(FailureKind.RANGE_NOT_SATISFIABLE, "The range asked for lies outside of the file");

    private final FailureKind kind;
    private final String title;

    AttachmentFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
