package org.harmregistry.reports.document;

import java.util.List;

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
}
