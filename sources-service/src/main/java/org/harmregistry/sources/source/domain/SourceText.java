package org.harmregistry.sources.source.domain;

/**
 * A text of a source, as the register names it; the words themselves lie in the archive.
 *
 * @param language BCP 47 tag
 * @param digest SHA-256 of the text in UTF-8, {@code sha-256:<hex>}
 * @param translation absent if the text is an original
 */
public record SourceText(String language, String digest, Translation translation) {

    public SourceText {
        LanguageTag.check(language, "/language");
    }
}
