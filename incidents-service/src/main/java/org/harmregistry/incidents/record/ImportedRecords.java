package org.harmregistry.incidents.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.harmregistry.incidents.exchange.SameSaid;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Dated records as an import takes them. Whoever may write them sees all of them. */
final class ImportedRecords<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView>
        extends ImportedKind<RecordRow<C>, C, R, V> {

    private final RecordKind<C, R, V> kind;

    ImportedRecords(RecordTools tools, RecordKind<C, R, V> kind, Caller caller) {
        super(tools, kind, caller);
        this.kind = kind;
    }

    /** A record that lies below a party has it in its address; a row has no address, so the party stands in it. */
    @Override
    public RecordRow<C> read(ObjectNode row, boolean exported) {
        String party = kind.derived().contains("party") ? party(row) : null;
        return new RecordRow<>(party, exported ? reading.ofSnapshot(row) : reading.whole(row));
    }

    private static String party(ObjectNode row) {
        JsonNode party = row.remove("party");
        if (party == null || party.isNull()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/party", "This field is required.");
        }
        if (!party.isTextual()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, "/party", "The slug of a party is text.");
        }
        return party.textValue();
    }

    @Override
    public List<RowKey> keys(RecordRow<C> row) {
        return ExternalId.keys(row.content().externalIds());
    }

    @Override
    public Uni<R> locked(Mutiny.Session session, UUID id) {
        return session.find(kind.rowType(), id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Set<UUID>> bearing(Mutiny.Session session, RecordRow<C> row) {
        return tools.externalIds.bearing(session, kind.collection(), caller.organisation(), keys(row));
    }

    @Override
    public boolean isSaidBy(R record, RecordRow<C> row) {
        return SameSaid.of(tools.json.tree(row.content()), tools.json.tree(keeping.kept(record).content()))
                && (row.party() == null || row.party().equals(record.party()));
    }

    @Override
    public Uni<R> create(Mutiny.Session session, RecordRow<C> row) {
        return kind.requireParty(session, row.party())
                .onFailure(ImportedRecords::isMissing).transform(missing -> Failure.at(PartyFailure.PARTY_UNKNOWN, "/party",
                        PartyFailure.PARTY_UNKNOWN.title() + "."))
                .chain(() -> keeping.add(session, caller, kind.newKey(row.content()), row.party(), row.content()));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof Failure known && known.code() == CommonFailure.NOT_FOUND;
    }

    @Override
    public Uni<R> correct(Mutiny.Session session, R record, RecordRow<C> row) {
        if (row.party() != null && !row.party().equals(record.party())) {
            throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/party", "A record stays with its party.");
        }
        return keeping.correct(session, caller, record, row.content()).replaceWith(record);
    }
}
