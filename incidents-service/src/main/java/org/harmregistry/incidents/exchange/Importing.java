package org.harmregistry.incidents.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.bulk.RowKey;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * What is particular about importing the rows of one collection, on behalf of one caller.
 *
 * @param <C> what a row says of a record
 * @param <X> a record as it is kept
 */
public interface Importing<C, X> {

    /** Plural noun, as in revisions and the change feed. */
    String collection();

    /**
     * Reads a row. Of an exported one, what only the registry sets is left unread.
     *
     * @throws org.harmregistry.kit.problem.Failure if it is malformed
     */
    C read(ObjectNode row, boolean exported);

    List<RowKey> keys(C content);

    /** The record with this id, locked, if there is one that the caller sees whole; {@code null} otherwise. */
    Uni<X> locked(Mutiny.Session session, UUID id);

    /** The records that a row's external ids stand for, where its importer cannot have given one id twice. */
    Uni<Set<UUID>> bearing(Mutiny.Session session, C content);

    UUID id(X record);

    long version(X record);

    /** True if the row says of the record what is recorded already. */
    boolean isSaidBy(X record, C content);

    /** @throws org.harmregistry.kit.problem.Failure if the caller may not, or the content is against a rule */
    Uni<X> create(Mutiny.Session session, C content);

    /** Makes the record say what the row says; the same failures. */
    Uni<X> correct(Mutiny.Session session, X record, C content);
}
