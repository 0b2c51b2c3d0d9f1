package org.harmregistry.sources.source.domain;

/**
 * Words that a source is found by: those of the record itself, or of one of its texts.
 *
 * @param part {@link #RECORD}, {@link #OWN}, or the digest of a text
 * @param everybody whether everybody who sees the source is shown these words
 * @param words folded, parted by spaces; each stands once
 * @param names folded names, parted by spaces, which are also found when spelt a little differently; {@code null} for none
 */
public record WordsOfSource(String part, boolean everybody, String words, String names) {

    /** The record, as everybody may see it. */
    static final String RECORD = "record";
    /** What of the record its own organisation and the registry's staff alone are shown. */
    static final String OWN = "own";
}
