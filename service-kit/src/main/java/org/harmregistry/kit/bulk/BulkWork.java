package org.harmregistry.kit.bulk;

import java.util.List;

import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What an import does with its rows.
 *
 * @param <T> a row, read
 */
public interface BulkWork<T> {

    /**
     * Reads one row, on a worker thread and outside any session.
     *
     * @throws Failure if the row is malformed; it is then refused and the others go on
     */
    T read(byte[] row);

    /** What the importer calls the row, or {@code null}. */
    RowKey keyOf(T row);

    /**
     * Does what must be done before the rows are written, and outside of their transaction, such as storing content that they
     * name. It may be done again for the same rows, and is left out when an import only validates.
     */
    default Uni<Void> prepare(List<BulkRow<T>> rows) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Writes rows in one transaction and tells what became of each. A row against a rule is answered as refused, not
     * thrown: what is thrown breaks the batch, which is then tried again row by row.
     */
    Uni<List<RowResult>> write(Mutiny.Session session, List<BulkRow<T>> rows);
}
