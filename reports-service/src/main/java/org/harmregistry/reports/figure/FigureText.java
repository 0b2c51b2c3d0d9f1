package org.harmregistry.reports.figure;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is said of a figure in a further language. The figure itself is frozen in the edition's first language, under one digest
 * for all of them.
 *
 * @param key the figure
 * @param label what it is, for people
 * @param words its words, where it is words
 * @param counts what is counted
 * @param doesNotCount what is not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FigureText(String key, String label, String words, String counts, String doesNotCount) {

    /**
     * The texts of a translated figure.
     *
     * @throws IllegalStateException if anything but its texts differs from the frozen figure: a translation changes no figure
     */
    public static FigureText of(Figure frozen, Figure translated) {
        FigureText text = new FigureText(translated.key(), translated.label(), translated.words(), translated.counts(),
                translated.doesNotCount());
        if (!Objects.equals(text.of(frozen), translated)) {
            throw new IllegalStateException("the figure " + frozen.key() + " is another one in translation");
        }
        return text;
    }

    /** The frozen figure with these texts. */
    public Figure of(Figure frozen) {
        return new Figure(key, label, frozen.value(), frozen.min(), frozen.minExclusive(), frozen.max(),
                frozen.words() == null ? null : words, frozen.asPublished(), counts, doesNotCount, frozen.query(),
                frozen.rule(), frozen.records(), frozen.sources(), frozen.asOf(), frozen.knownBy());
    }
}
