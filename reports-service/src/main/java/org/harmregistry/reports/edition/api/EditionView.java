package org.harmregistry.reports.edition.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.edition.domain.Approval;
import org.harmregistry.reports.edition.domain.Correction;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.EditionFile;
import org.harmregistry.reports.edition.domain.EditionFinding;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.FigureChange;
import org.harmregistry.reports.edition.domain.Withdrawal;
import org.harmregistry.reports.figure.Figure;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An edition as it is shown.
 *
 * @param figures the figures exactly as they were frozen; absent on a draft, and to everybody on what was withdrawn
 * @param files its files
 * @param digest SHA-256 over the canonical JSON (RFC 8785) of {@code figures}
 * @param embargoUntil it is not out before this instant; absent where there is none
 * @param cause why it is not out yet, or was given up; staff alone is told
 * @param run where to see how its making goes; absent on what is whole, and staff alone is told
 * @param approval who let it out, where its definition asks for two people; staff alone is told
 * @param withdrawal why it was taken back
 * @param correctionDue which records behind it changed since; absent where none did
 * @param changes what differs from the edition before; absent on the first one
 * @param findings what the gate found; staff alone is told
 */
@Schema(name = "Edition")
public record EditionView(UUID id, String report, EditionDocument.Period period, int number, EditionStatus status, String title,
        String language, Instant effectiveAt, Instant publishedAt,
        @Schema(type = SchemaType.ARRAY, implementation = Figure.class) @JsonRawValue String figures, List<File> files,
        String digest, @Schema(type = SchemaType.ARRAY, implementation = Credit.class) @JsonRawValue String credits,
        Instant embargoUntil, Cause cause, String run, Agreement approval, TakenBack withdrawal, Due correctionDue,
        @Schema(type = SchemaType.ARRAY, implementation = FigureChange.class) @JsonRawValue String changes,
        List<FindingView> findings,
        long version) {

    /**
     * @param format its format
     * @param language its language
     * @param mediaType its media type
     * @param digest SHA-256 of its bytes
     * @param bytes its size
     * @param href where to fetch it
     */
    @Schema(name = "EditionFile")
    public record File(String format, String language, String mediaType, String digest, long bytes, String href) {
    }

    /**
     * @param code code of the failure
     * @param detail what happened
     * @param attempts how often it was tried
     */
    @Schema(name = "EditionCause")
    public record Cause(String code, String detail, int attempts) {
    }

    /**
     * @param approvedBy the first publisher
     * @param approvedAt when, UTC
     * @param releasedBy the second one
     * @param releasedAt when, UTC
     */
    @Schema(name = "EditionApproval")
    public record Agreement(String approvedBy, Instant approvedAt, String releasedBy, Instant releasedAt) {
    }

    /**
     * @param reason why, for everybody to read once it is done
     * @param withdrawnAt when, UTC; absent while it is only proposed
     * @param proposedBy who proposed it; staff alone is told
     */
    @Schema(name = "EditionWithdrawal")
    public record TakenBack(String reason, Instant withdrawnAt, String proposedBy) {
    }

    /**
     * @param since since when it is known, UTC
     * @param records the records that changed, at most 200; {@code reason} is that of one which everybody may no longer read
     */
    @Schema(name = "EditionCorrectionDue")
    public record Due(Instant since,
            @Schema(type = SchemaType.ARRAY, implementation = Changed.class) @JsonRawValue String records) {
    }

    /**
     * @param collection whose record it is
     * @param id the record
     * @param reason why everybody may no longer read it; absent where everybody may
     */
    @Schema(name = "ChangedRecord")
    public record Changed(String collection, UUID id, String reason) {
    }

    /** An edition as the caller may see it. */
    static EditionView of(Caller caller, Edition edition, List<EditionFile> files, List<EditionFinding> findings) {
        boolean staff = caller.readsAll();
        boolean content = staff || edition.status() != EditionStatus.WITHDRAWN;
        String address = "/api/v1/editions/" + edition.id();
        return new EditionView(edition.id(), edition.report(), edition.period(), edition.number(), edition.status(),
                edition.title(), edition.language(), edition.effectiveAt(), edition.publishedAt(),
                content ? edition.figures() : null,
                !content ? List.of()
                        : files.stream().map(file -> file(edition, file, address)).toList(),
                edition.digest(), content ? edition.credits() : null, edition.embargoUntil(),
                staff && edition.causeCode() != null
                        ? new Cause(edition.causeCode(), edition.causeDetail(), edition.attempts())
                        : null,
                staff && edition.figures() == null ? RunView.address(edition.id()) : null,
                staff ? agreement(edition.approval()) : null, takenBack(edition, staff), due(edition.correction()),
                content ? edition.correction().changes() : null,
                staff ? findings.stream().map(FindingView::of).toList() : null,
                staff ? edition.version() : edition.publicVersion());
    }

    private static Agreement agreement(Approval approval) {
        return approval.approvedBy() == null ? null
                : new Agreement(approval.approvedBy(), approval.approvedAt(),
                        approval.releasedBy(), approval.releasedAt());
    }

    private static Due due(Correction correction) {
        return correction.dueAt() == null ? null : new Due(correction.dueAt(), correction.records());
    }

    private static TakenBack takenBack(Edition edition, boolean staff) {
        Withdrawal withdrawal = edition.withdrawal();
        return withdrawal.reason() == null || !staff && withdrawal.withdrawnAt() == null ? null
                : new TakenBack(withdrawal.reason(), withdrawal.withdrawnAt(), staff ? withdrawal.proposedBy() : null);
    }

    private static File file(Edition edition, EditionFile file, String address) {
        String language = file.language() == null ? edition.language() : file.language();
        return new File(file.format(), language, file.mediaType(), file.digest(), file.bytes(), address + "/files/"
                + file.format() + (language.equals(edition.language()) ? "" : "?language=" + language));
    }
}
