package org.harmregistry.incidents.record;

import java.util.UUID;

/**
 * The row of one record: its whole content, and beside it the columns that are filtered by, sorted by or computed with.
 *
 * @param <C> the content
 */
public interface StoredRecord<C> {

    UUID id();

    /** Slug of the party that the record is about. */
    String party();

    Keeping keeping();

    /** The columns of text and dates by name, by which past states are filtered and sorted too. */
    Columns columns();

    /** Sets the columns that repeat a part of the content. */
    void show(C content);
}
