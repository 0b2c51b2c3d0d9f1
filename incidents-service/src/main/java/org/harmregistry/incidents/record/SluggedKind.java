package org.harmregistry.incidents.record;

import java.util.List;

import org.harmregistry.kit.csv.CsvColumns;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What is particular about one kind of record that goes by a slug, and is exported whole and imported.
 *
 * @param <C> its content as written
 * @param <R> its row; its {@code party} is its own slug
 * @param <V> its content as read
 */
public interface SluggedKind<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView>
        extends RecordKind<C, R, V> {

    /** Every member of a record's JSON, with its HXL tag. */
    CsvColumns columns();

    /** The slug that the content says; {@code null} if it says none. */
    String slugOf(C content);

    /** The same content under the slug of its record. */
    C under(String slug, C content);

    V shown(Kept<C, R> kept);

    @Override
    default Uni<List<V>> views(Mutiny.Session session, List<Kept<C, R>> kept, Clocks clocks) {
        return Uni.createFrom().item(kept.stream().map(this::shown).toList());
    }
}
