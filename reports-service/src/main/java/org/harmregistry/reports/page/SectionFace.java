package org.harmregistry.reports.page;

import java.util.List;

/**
 * A section as people see it.
 *
 * @param key its place on the page
 * @param heading its heading
 * @param blocks its blocks
 */
public record SectionFace(String key, String heading, List<BlockFace> blocks) {
}
