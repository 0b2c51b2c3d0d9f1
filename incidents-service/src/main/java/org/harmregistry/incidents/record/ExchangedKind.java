package org.harmregistry.incidents.record;

import java.util.List;
import java.util.function.Function;

import org.harmregistry.kit.csv.CsvColumns;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What is particular about one kind of dated record that is exported whole and imported.
 *
 * @param <C> its content as written
 * @param <R> its row
 * @param <V> its content as read
 */
public interface ExchangedKind<C extends RecordContent, R extends DatedRecord<C>, V extends RecordView>
        extends RecordKind<C, R, V> {

    /** Every member of a record's JSON, with its HXL tag. */
    CsvColumns columns();

    /** True if what is answered changes without a change of the record: a copy that a reader holds is then never current. */
    default boolean followsOthers() {
        return false;
    }

    /**
     * How single records are answered, with all that it takes read beforehand. What a reader may not see has the view
     * {@code null}.
     */
    Uni<Function<Kept<C, R>, V>> viewer(Mutiny.Session session, Clocks clocks);

    @Override
    default Uni<List<V>> views(Mutiny.Session session, List<Kept<C, R>> kept, Clocks clocks) {
        return viewer(session, clocks).map(viewer -> kept.stream().map(viewer).toList());
    }
}
