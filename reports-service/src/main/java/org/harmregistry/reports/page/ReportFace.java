package org.harmregistry.reports.page;

import java.util.List;

/**
 * A report in a list.
 *
 * @param slug its name in addresses
 * @param title its title
 * @param query what its pages' addresses end with, for the reader's language
 * @param periods its periods
 */
public record ReportFace(String slug, String title, String query, List<PeriodFace> periods) {

    /**
     * @param key the period's name in addresses
     * @param label for people
     * @param editions its editions, the newest first; empty while the first one is being prepared
     */
    public record PeriodFace(String key, String label, List<EditionLine> editions) {
    }

    /**
     * @param id the edition
     * @param number its number
     * @param title its title
     * @param published when it was published
     * @param newest true for the one that stands
     */
    public record EditionLine(String id, int number, String title, String published, boolean newest) {
    }
}
