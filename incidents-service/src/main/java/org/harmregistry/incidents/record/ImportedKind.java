package org.harmregistry.incidents.record;

import java.util.UUID;

import org.harmregistry.incidents.exchange.Importing;
import org.harmregistry.kit.identity.Caller;

/**
 * What imports of all kinds of records have in common.
 *
 * @param <X> what a row says of a record
 */
abstract class ImportedKind<X, C extends RecordContent, R extends StoredRecord<C>, V extends RecordView>
        implements Importing<X, R> {

    final RecordTools tools;
    final RecordKeeping<C, R, V> keeping;
    final RecordReading<C> reading;
    final Caller caller;
    private final String collection;

    ImportedKind(RecordTools tools, RecordKind<C, R, V> kind, Caller caller) {
        this.tools = tools;
        this.keeping = new RecordKeeping<>(tools, kind);
        this.reading = new RecordReading<>(tools.json, kind.contentType(), kind.derived());
        this.caller = caller;
        this.collection = kind.collection();
    }

    @Override
    public final String collection() {
        return collection;
    }

    @Override
    public final UUID id(R record) {
        return record.id();
    }

    @Override
    public final long version(R record) {
        return record.keeping().version();
    }
}
