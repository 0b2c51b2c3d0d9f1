package org.harmregistry.reports.page;

import java.util.List;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.wording.Wording;

/**
 * An edition as people see it.
 *
 * @param document the edition
 * @param sections its sections
 * @param figures all its figures
 * @param published when it was published
 * @param effective when the evidence was read
 * @param downloads its files in other formats
 * @param frozenIn name of the language that the figures are frozen in; {@code null} if that is the page's own
 */
public record EditionFace(EditionDocument document, List<SectionFace> sections, List<FigureFace> figures, String published,
        String effective, List<Download> downloads, String frozenIn) {

    /**
     * @param text key of what it is called
     * @param href where it is
     */
    public record Download(String text, String href) {
    }

    public static EditionFace of(EditionDocument document, Wording wording, List<String> formats, String frozenIn) {
        List<FigureFace> figures = document.shownFigures().stream().map(figure -> new FigureFace(figure, wording)).toList();
        List<SectionFace> sections = SectionFace.of(document.sections(), document.shownFigures(), document.places(), wording);
        return new EditionFace(document, sections, figures, wording.instant(document.publishedAt()),
                wording.instant(document.effectiveAt()), downloads(document, formats), frozenIn);
    }

    private static List<Download> downloads(EditionDocument document, List<String> formats) {
        String query = document.language().equals(document.languages().get(0)) ? "" : "?language=" + document.language();
        return formats.stream().map(format -> new Download("page.file." + format,
                "/api/v1/editions/" + document.id() + "/files/" + format + query)).toList();
    }
}
