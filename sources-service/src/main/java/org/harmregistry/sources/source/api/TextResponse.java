package org.harmregistry.sources.source.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.source.domain.Translation;

@Schema(name = "Text", description = "A text of a source.")
public record TextResponse(
        @Schema(description = "BCP 47 tag.") String language,
        @Schema(description = "SHA-256 of the text in UTF-8, made when it came in.") String digest,
        @Schema(description = "The words; only where a single source is read, and only if they still have this digest.") String text,
        @Schema(description = "What is wrong with the archived text; absent if nothing is known to be.") Integrity integrity,
        @Schema(description = "That it is a translation; absent of an original.") Translation translation) {
}
