package org.harmregistry.reports.edition.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.EditionFile;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.figure.Figure;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * An edition as it is shown.
 *
 * @param figures the figures exactly as they were frozen; absent on a draft
 * @param files its files
 * @param digest SHA-256 over the canonical JSON (RFC 8785) of {@code figures}
 * @param cause why a draft is not out yet; absent where nothing went wrong
 */
@Schema(name = "Edition")
public record EditionView(UUID id, String report, EditionDocument.Period period, int number, EditionStatus status, String title,
        String language, Instant effectiveAt, Instant publishedAt,
        @Schema(type = SchemaType.ARRAY, implementation = Figure.class) @JsonRawValue String figures, List<File> files,
        String digest, @Schema(type = SchemaType.ARRAY, implementation = Credit.class) @JsonRawValue String credits,
        Cause cause,
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

    static EditionView of(Edition edition, List<EditionFile> files) {
        String address = "/api/v1/editions/" + edition.id();
        return new EditionView(edition.id(), edition.report(), edition.period(), edition.number(), edition.status(),
                edition.title(), edition.language(), edition.effectiveAt(), edition.publishedAt(), edition.figures(),
                files.stream().map(file -> file(edition, file, address)).toList(),
                edition.digest(), edition.credits(), edition.causeCode() == null ? null
                        : new Cause(edition.causeCode(), edition.causeDetail(), edition.attempts()),
                edition.version());
    }

    private static File file(Edition edition, EditionFile file, String address) {
        String language = file.language() == null ? edition.language() : file.language();
        return new File(file.format(), language, file.mediaType(), file.digest(), file.bytes(), address + "/files/"
                + file.format() + (language.equals(edition.language()) ? "" : "?language=" + language));
    }
}
