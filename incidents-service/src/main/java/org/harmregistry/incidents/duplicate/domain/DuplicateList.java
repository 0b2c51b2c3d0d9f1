package org.harmregistry.incidents.duplicate.domain;

import java.util.List;

/**
 * The likeliest duplicates of a record.
 *
 * @param items the likeliest first
 * @param compared with how many records it was compared
 * @param complete false if there were more in the neighbourhood than are compared for one question
 */
public record DuplicateList(List<Duplicate> items, int compared, boolean complete) {

    public DuplicateList {
        items = List.copyOf(items);
    }
}
