package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureText;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A whole edition in one language, as its files show it. Its figures are the frozen ones in every language, so that each file
 * can be checked by itself.
 *
 * @param id the edition
 * @param report slug of the report
 * @param period what it is about
 * @param number 1 for the first edition of the period
 * @param title its title
 * @param language the language of this document
 * @param languages all languages of the edition, that of the figures first
 * @param effectiveAt when the evidence was read, UTC
 * @param publishedAt when it was published, UTC
 * @param digest SHA-256 over the canonical JSON (RFC 8785) of the figures
 * @param figures all figures
 * @param texts what is said of the figures, in a document of a further language
 * @param lead what it is about
 * @param sections what it says
 * @param credits whose data stand behind it
 * @param places where what it counts happened, as accurately as everybody may know
 */
public record EditionDocument(UUID id, String report, Period period, int number, String title, String language,
        List<String> languages, Instant effectiveAt, Instant publishedAt, String digest, List<Figure> figures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FigureText> texts, List<String> lead, List<Section> sections,
        List<Credit> credits, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MappedPlace> places) {

    /**
     * @param key the period's name in addresses
     * @param from first day
     * @param to last day
     * @param label for people
     */
    public record Period(String key, LocalDate from, LocalDate to, String label) {
    }

    /** The document in the edition's first language. */
    static EditionDocument first(Edition edition, ReportDocument report, Instant effectiveAt, Instant publishedAt,
            String digest) {
        List<String> languages = new ArrayList<>(List.of(edition.language()));
        report.translations().forEach(translation -> languages.add(translation.language()));
        return new EditionDocument(edition.id(), edition.report(), edition.period(), edition.number(), edition.title(),
                edition.language(), List.copyOf(languages), effectiveAt, publishedAt, digest, report.figures(), List.of(),
                report.lead(), report.sections(), report.credits(), report.places());
    }

    /**
     * The same edition in a further language.
     *
     * @throws IllegalStateException if the translation has other figures
     */
    EditionDocument in(ReportDocument.Translation translation) {
        ReportDocument said = translation.report();
        if (said.figures().size() != figures.size()) {
            throw new IllegalStateException("the report has other figures in " + translation.language());
        }
        List<FigureText> translated = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            translated.add(FigureText.of(figures.get(i), said.figures().get(i)));
        }
        return new EditionDocument(id, report, new Period(period.key(), period.from(), period.to(), translation.period()),
                number, translation.title(), translation.language(), languages, effectiveAt, publishedAt, digest, figures,
                translated, said.lead(), said.sections(), credits, places);
    }

    /** The figures with what is said of them in this document's language. */
    @JsonIgnore
    public List<Figure> shownFigures() {
        Map<String, FigureText> byKey = texts.stream().collect(Collectors.toMap(FigureText::key, Function.identity()));
        return figures.stream().map(figure -> byKey.containsKey(figure.key()) ? byKey.get(figure.key()).of(figure) : figure)
                .toList();
    }
}
