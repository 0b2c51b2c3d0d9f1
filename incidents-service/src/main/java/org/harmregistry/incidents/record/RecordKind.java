package org.harmregistry.incidents.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * What is particular about one kind of record.
 *
 * @param <C> its content as written
 * @param <R> its row
 * @param <V> its content as read
 */
public interface RecordKind<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> {

    /** Plural noun, as in revisions and the change feed. */
    String collection();

    Class<C> contentType();

    Class<R> rowType();

    /** Names of the answer's fields that only the registry sets, beside id, version and the times. */
    Set<String> derived();

    /** A new row, its content not yet shown in columns. */
    R row(Object key, String party, C content, Keeping keeping);

    /** Address of the record, from the root of the server. */
    String address(R row);

    /** The records as they are answered, in the same order; what is derived from others follows the same clocks. */
    Uni<List<V>> views(Mutiny.Session session, List<Kept<C, R>> kept, Clocks clocks);

    /** A row as it was, its content not yet shown in columns. */
    default R past(UUID id, String party, C content, Keeping keeping) {
        return row(id, party, content, keeping);
    }

    /** The primary key that a record gets if its sender brings none. */
    default Object newKey(C content) {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The failure if a record that was sent without a key of the client's meets another one. */
    default Failure met() {
        return Failure.of(CommonFailure.ID_TAKEN);
    }

    /** Refuses with 404 if the party in the address does not exist. */
    default Uni<Void> requireParty(Mutiny.Session session, String party) {
        return Uni.createFrom().voidItem();
    }

    /** Refuses content that names records which do not exist. */
    default Uni<Void> checkReferences(Mutiny.Session session, R row, C content) {
        return Uni.createFrom().voidItem();
    }

    /** The roles that may write records of this kind. */
    default String[] writers() {
        return new String[] { Role.ANALYST, Role.ADMIN };
    }
}
