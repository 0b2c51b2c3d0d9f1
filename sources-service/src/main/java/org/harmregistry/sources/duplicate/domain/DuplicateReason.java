package org.harmregistry.sources.duplicate.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The rules by which sources are named as possible duplicates, the surest first. */
public enum DuplicateReason {
    /** A file of the same bytes. */
    @JsonProperty("same_file")
    SAME_FILE(1),
    /** A text of the same characters. */
    @JsonProperty("same_text")
    SAME_TEXT(1),
    /** The same address, or else the same publisher, day and title. */
    @JsonProperty("same_canonical_key")
    SAME_CANONICAL_KEY(1),
    /** The same page by another address: for telephones, or as captured in a web archive. */
    @JsonProperty("same_address")
    SAME_ADDRESS(0.95),
    /** A picture whose 64 lowest frequencies differ in at most 7. */
    @JsonProperty("similar_picture")
    SIMILAR_PICTURE(57 / 64.0),
    /** A text with at least about half of its runs of five characters in common. */
    @JsonProperty("similar_text")
    SIMILAR_TEXT(0.5),
    /** A title with at least about seven tenths of them in common. */
    @JsonProperty("similar_title")
    SIMILAR_TITLE(0.7);

    private final double least;

    DuplicateReason(double least) {
        this.least = least;
    }

    /** The score from which on a source is named; where the rule knows only yes and no, the score of a yes. */
    double least() {
        return least;
    }

    /** True if a reader sees of the source what the rule looks at. Files are not shown to everybody with their source. */
    boolean isTold(Caller reader, Source source) {
        return switch (this) {
            case SAME_FILE, SIMILAR_PICTURE -> !SourceAccess.view(reader, source.organisation()).equals(SourceAccess.PUBLIC);
            default -> source.contentFor(reader).equals(source.content());
        };
    }
}
