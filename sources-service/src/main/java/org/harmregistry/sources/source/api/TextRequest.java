package org.harmregistry.sources.source.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Content;
import org.harmregistry.sources.source.domain.SourceText;
import org.harmregistry.sources.source.domain.Texts;
import org.harmregistry.sources.source.domain.Translation;

@Schema(name = "TextRequest", description = "A text of a source, in its original language or a translation.")
public record TextRequest(
        @Schema(required = true, description = "BCP 47 tag.", examples = "ar") String language,
        @Schema(description = "The words, unchanged; at most 200,000 characters. May be left out only where the source already "
                + "has the text named by digest.") String text,
        @Schema(description = "SHA-256 of the text in UTF-8. Checked if the text is sent along.", pattern = "^sha-256:[0-9a-f]{64}$") String digest,
        @Schema(description = "That it is a translation, of which text, and by whom; absent of an original.") Translation translation) {

    private static final int MAX_LENGTH = 200_000;

    public TextRequest {
        Texts.bounded(text, MAX_LENGTH, "/text");
        if (text == null && digest == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/text", "Send the text.");
        }
        Texts.formed(digest, "sha-256:[0-9a-f]{64}", "/digest", "A digest is written sha-256: and 64 hexadecimal digits.");
    }

    /**
     * The text as the register names it.
     *
     * @param content the words sent along; {@code null} if there are none
     */
    SourceText toText(Content content) {
        if (content != null && digest != null && !content.digest().equals(digest)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/digest", "The text has another digest.");
        }
        return new SourceText(language, content == null ? digest : content.digest(), translation);
    }
}
