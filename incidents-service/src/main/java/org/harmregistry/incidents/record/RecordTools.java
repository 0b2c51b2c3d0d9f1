package org.harmregistry.incidents.record;

import java.time.Clock;

import jakarta.inject.Singleton;

import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.incidents.exchange.ExternalIds;
import org.harmregistry.incidents.exchange.RowImports;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.history.Horizon;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.PastStates;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;

/** What record keeping works with, handed on together. */
@Singleton
public class RecordTools {

    final UnitOfWork unitOfWork;
    final Idempotency idempotency;
    final JsonReading json;
    final CursorCodec cursors;
    final Clock clock;
    final History history;
    final Revisions revisions;
    final PastStates past;
    final Horizon horizon;
    final ChangeFeed feed;
    final LiveFeed live;
    final ExternalIds externalIds;
    final RowImports imports;
    final ExportAnswers exports;

    public RecordTools(UnitOfWork unitOfWork, Idempotency idempotency, JsonReading json, CursorCodec cursors, Clock clock,
            History history, Revisions revisions, PastStates past, Horizon horizon, ChangeFeed feed, LiveFeed live,
            ExternalIds externalIds, RowImports imports, ExportAnswers exports) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.json = json;
        this.cursors = cursors;
        this.clock = clock;
        this.history = history;
        this.revisions = revisions;
        this.past = past;
        this.horizon = horizon;
        this.feed = feed;
        this.live = live;
        this.externalIds = externalIds;
        this.imports = imports;
        this.exports = exports;
    }
}
