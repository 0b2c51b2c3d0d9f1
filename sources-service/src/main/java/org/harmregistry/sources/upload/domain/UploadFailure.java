package org.harmregistry.sources.upload.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only uploads know. */
public enum UploadFailure implements FailureCode {
    PROTOCOL_VERSION_UNKNOWN(FailureKind.PRECONDITION_FAILED, "Send Tus-Resumable: 1.0.0"),
    UPLOAD_LENGTH_UNKNOWN(FailureKind.MALFORMED, "Say the file's length in bytes in Upload-Length"),
    UPLOAD_METADATA_MALFORMED(FailureKind.MALFORMED, "Upload-Metadata is not in the form of tus 1.0"),
    UPLOAD_CHECKSUM_UNKNOWN(FailureKind.MALFORMED, "Upload-Checksum is in no form or algorithm that is taken here"),
    UPLOAD_OFFSET_INVALID(FailureKind.MALFORMED, "Say in Upload-Offset at which byte the body goes on"),
    UPLOAD_OFFSET_CONFLICT(FailureKind.CONFLICT, "The upload goes on at another byte"),
    UPLOAD_BUSY(FailureKind.CONFLICT, "Another request is just bringing bytes of this upload"),
    UPLOAD_OVERRUN(FailureKind.TOO_LARGE, "More bytes came than the upload has"),
    UPLOAD_CHECKSUM_MISMATCH(FailureKind.CHECKSUM_MISMATCH, "The bytes of this request do not have the checksum that was sent"),
    UPLOAD_REFUSED(FailureKind.GONE, "The file was not the one that was said; nothing of it was stored"),
    TOO_MANY_UPLOADS(FailureKind.TOO_MANY_REQUESTS, "You have as many unfinished uploads as are kept for one sender"),
    UPLOAD_SPACE_RESERVED(FailureKind.TOO_MANY_REQUESTS,
            "Your organisation's unfinished uploads take all the space kept for them");

    private final FailureKind kind;
    private final String title;

    UploadFailure(FailureKind kind, String title) {
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
