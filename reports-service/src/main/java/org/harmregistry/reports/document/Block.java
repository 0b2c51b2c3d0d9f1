package org.harmregistry.reports.document;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One piece of a section: exactly one of the members besides {@code kind} is there.
 *
 * @param kind which one
 * @param text a heading within the section, a paragraph, or a note that must not be overlooked
 * @param figures keys of the figures that are shown here
 * @param facts things said, promised, asked or found
 * @param table a table
 * @param chart a chart
 * @param map a map of the document's places
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Block(Kind kind, String text, List<String> figures, List<Fact> facts, Table table, Chart chart,
        MapPicture map) {

    public Block {
        figures = figures == null ? List.of() : List.copyOf(figures);
        facts = facts == null ? List.of() : List.copyOf(facts);
    }

    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        NOTE,
        FIGURES,
        FACTS,
        TABLE,
        CHART,
        MAP;

        /** The kind's name as it stands in documents. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Block heading(String text) {
        return new Block(Kind.HEADING, text, List.of(), List.of(), null, null, null);
    }

    public static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, text, List.of(), List.of(), null, null, null);
    }

    public static Block note(String text) {
        return new Block(Kind.NOTE, text, List.of(), List.of(), null, null, null);
    }

    public static Block figures(List<String> keys) {
        return new Block(Kind.FIGURES, null, List.copyOf(keys), List.of(), null, null, null);
    }

    public static Block facts(List<Fact> facts) {
        return new Block(Kind.FACTS, null, List.of(), List.copyOf(facts), null, null, null);
    }

    public static Block table(Table table) {
        return new Block(Kind.TABLE, null, List.of(), List.of(), table, null, null);
    }

    public static Block chart(Chart chart) {
        return new Block(Kind.CHART, null, List.of(), List.of(), null, chart, null);
    }

    public static Block map(MapPicture map) {
        return new Block(Kind.MAP, null, List.of(), List.of(), null, null, map);
    }
}
