package org.harmregistry.incidents.record;

import java.time.Clock;

import jakarta.inject.Singleton;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;

/** The parts of the kit that record keeping works with, handed on together. */
@Singleton
public class RecordTools {

    final UnitOfWork unitOfWork;
    final Idempotency idempotency;
    final History history;
    final JsonReading json;
    final CursorCodec cursors;
    final Clock clock;

    public RecordTools(UnitOfWork unitOfWork, Idempotency idempotency, History history, JsonReading json,
            CursorCodec cursors, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.history = history;
        this.json = json;
        this.cursors = cursors;
        this.clock = clock;
    }
}
