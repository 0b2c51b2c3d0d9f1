package org.harmregistry.kit.history;

import java.util.List;

/**
 * A page of a change feed.
 *
 * @param items the changes in the feed's order
 * @param page where to go on
 */
public record ChangePage(List<ChangeEntry> items, Position page) {

    /**
     * @param size number of items on this page
     * @param next cursor to go on with, also when there is nothing new yet
     * @param more true if there is more to read at once
     */
    public record Position(int size, String next, boolean more) {
    }
}
