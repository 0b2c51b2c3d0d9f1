package org.harmregistry.reports.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.wording.Wording;

/**
 * A section as people see it.
 *
 * @param key its place on the page
 * @param heading its heading
 * @param blocks its blocks
 */
public record SectionFace(String key, String heading, List<BlockFace> blocks) {

    /**
     * Sections with the figures that they show.
     *
     * @param figures all figures that the sections name
     * @param places what their maps show
     */
    static List<SectionFace> of(List<Section> sections, List<Figure> figures, List<MappedPlace> places, Wording wording) {
        Map<String, FigureFace> byKey = figures.stream().map(figure -> new FigureFace(figure, wording))
                .collect(Collectors.toMap(face -> face.figure().key(), Function.identity()));
        return sections.stream().map(section -> new SectionFace(section.key(), section.heading(),
                section.blocks().stream().map(block -> new BlockFace(block,
                        block.figures().stream().map(byKey::get).toList(), places, wording)).toList()))
                .toList();
    }
}
