package org.harmregistry.reports.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * One section of a report.
 *
 * @param key its name, also its place on a page
 * @param heading its heading
 * @param blocks what it says, in order
 */
public record Section(String key, String heading, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Those of several that say anything, in their order. */
    public static List<Section> thatSay(Section... sections) {
        return Stream.of(sections).filter(section -> !section.blocks().isEmpty()).toList();
    }
}
