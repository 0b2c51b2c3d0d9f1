package org.harmregistry.reports.document;

import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.reports.figure.Figure;

/**
 * What a report says.
 *
 * @param lead what it is about, in a few sentences
 * @param sections its sections
 * @param figures all its figures, each one once
 * @param credits whose data stand behind it
 */
public record ReportDocument(List<String> lead, List<Section> sections, List<Figure> figures, List<Credit> credits) {

    public ReportDocument {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
        credits = List.copyOf(credits);
    }

    /** The same with more sections behind the last. */
    public ReportDocument with(List<Section> more) {
        return new ReportDocument(lead, Stream.concat(sections.stream(), more.stream()).toList(), figures, credits);
    }
}
