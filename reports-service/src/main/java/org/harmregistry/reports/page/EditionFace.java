package org.harmregistry.reports.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 */
public record EditionFace(EditionDocument document, List<SectionFace> sections, List<FigureFace> figures, String published,
        String effective) {

    static EditionFace of(EditionDocument document, Wording wording) {
        List<FigureFace> figures = document.figures().stream().map(figure -> new FigureFace(figure, wording)).toList();
        Map<String, FigureFace> byKey = figures.stream()
                .collect(Collectors.toMap(face -> face.figure().key(), Function.identity()));
        List<SectionFace> sections = document.sections().stream().map(section -> new SectionFace(section.key(),
                section.heading(), section.blocks().stream().map(block -> new BlockFace(block,
                        block.figures().stream().map(byKey::get).toList())).toList()))
                .toList();
        return new EditionFace(document, sections, figures, wording.instant(document.publishedAt()),
                wording.instant(document.effectiveAt()));
    }
}
