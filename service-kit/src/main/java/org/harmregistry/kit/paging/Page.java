package org.harmregistry.kit.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items, in the order of the list
 * @param page how many items this page holds, and the cursor of the next one
 */
public record Page<T>(List<T> items, Position page) {

    /**
     * @param size number of items on this page
     * @param next cursor for {@code after}; absent on the last page
     */
    public record Position(int size, String next) {
    }

    /**
     * Makes a page of rows that were read with a limit one above the page's: the surplus row only tells that there is more.
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOfLast) {
        boolean more = rows.size() > limit;
        List<T> items = more ? rows.subList(0, limit) : rows;
        return new Page<>(items, new Position(items.size(), more ? cursorOfLast.apply(items.get(limit - 1)) : null));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), page);
    }
}
