package org.harmregistry.reports.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.harmregistry.reports.figure.Figure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a report says, in its first language, and the same in others.
 *
 * @param lead what it is about, in a few sentences
 * @param sections its sections
 * @param figures all its figures, each one once
 * @param credits whose data stand behind it
 * @param places where what it counts happened, as accurately as everybody may know; empty in a translation
 * @param translations the report in its further languages; empty in a translation
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReportDocument(List<String> lead, List<Section> sections, List<Figure> figures, List<Credit> credits,
        List<MappedPlace> places, List<Translation> translations) {

    public ReportDocument {
        lead = listOf(lead);
        sections = listOf(sections);
        figures = listOf(figures);
        credits = listOf(credits);
        places = listOf(places);
        translations = listOf(translations);
    }

    /** A report of which nothing has a place. */
    public ReportDocument(List<String> lead, List<Section> sections, List<Figure> figures, List<Credit> credits) {
        this(lead, sections, figures, credits, List.of(), List.of());
    }

    /**
     * The report in one further language.
     *
     * @param language its language, ISO 639
     * @param title the report's title in it
     * @param period the period for people
     * @param report what it says; its figures are the same but for their texts
     */
    public record Translation(String language, String title, String period, ReportDocument report) {
    }

    /** A translation leaves the places to the report that it translates. */
    public ReportDocument placedElsewhere() {
        return new ReportDocument(lead, sections, figures, credits, List.of(), List.of());
    }

    public ReportDocument translated(List<Translation> others) {
        return new ReportDocument(lead, sections, figures, credits, places, others);
    }

    /** The same with more sections behind the last, those of each further language in its translation. */
    public ReportDocument with(List<Section> more, Map<String, List<Section>> translated) {
        return new ReportDocument(lead, Stream.concat(sections.stream(), more.stream()).toList(), figures, credits, places,
                translations.stream().map(translation -> new Translation(translation.language(), translation.title(),
                        translation.period(), translation.report().with(
                                translated.getOrDefault(translation.language(), List.of()), Map.of())))
                        .toList());
    }

    private static <T> List<T> listOf(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
