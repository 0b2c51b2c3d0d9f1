package org.harmregistry.sources.archive;

import java.util.Arrays;
import java.util.Locale;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the archive holds under a digest.
 *
 * @param text the text; {@code null} unless it is there and whole
 * @param integrity what is wrong with it; {@code null} if nothing is
 */
public record ArchivedText(String text, Integrity integrity) {

    /** What is wrong with archived content. */
    public enum Integrity {
        /** What came back has another digest than what went in. */
        @JsonProperty("content_damaged")
        CONTENT_DAMAGED(ArchiveFailure.CONTENT_DAMAGED),
        /** The register names content that the archive does not hold. */
        @JsonProperty("content_missing")
        CONTENT_MISSING(ArchiveFailure.CONTENT_MISSING);

        private final ArchiveFailure code;

        Integrity(ArchiveFailure code) {
            this.code = code;
        }

        /** What a failed read says of the content; {@code null} if it failed for something else. */
        public static Integrity of(Throwable failure) {
            return Arrays.stream(values()).filter(wrong -> failure instanceof Failure known && known.code() == wrong.code)
                    .findFirst().orElse(null);
        }

        /** What a reader of such content is told, 409. */
        public Failure failure() {
            return Failure.of(code);
        }

        /** As it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final ArchivedText MISSING = new ArchivedText(null, Integrity.CONTENT_MISSING);

    /** Text that came back from the archive, left out if it isn't what went in. */
    static ArchivedText verified(String digest, String text) {
        boolean whole = text != null && CanonicalJson.digestOfText(text).equals(digest);
        return whole ? new ArchivedText(text, null) : new ArchivedText(null, Integrity.CONTENT_DAMAGED);
    }
}
