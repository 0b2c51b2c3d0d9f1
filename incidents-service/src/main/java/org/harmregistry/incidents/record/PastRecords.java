package org.harmregistry.incidents.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.history.PastState;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Reads the rows of one kind as the registry had them at an instant. */
public final class PastRecords<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> {

    private static final String BEFORE_ALL = "";
    private static final UUID LOWEST = new UUID(0, 0);
    private static final String BEHIND = """
             and ((s.derived ->> cast(:sort as text)) collate "C", s.record_id) > (cast(:sortedAfter as text), :idAfter)
            order by (s.derived ->> cast(:sort as text)) collate "C", s.record_id
            limit :limit
            """;

    private final RecordTools tools;
    private final RecordKind<C, R, V> kind;
    private final RecordReading<C> reading;

    public PastRecords(RecordTools tools, RecordKind<C, R, V> kind) {
        this.tools = tools;
        this.kind = kind;
        this.reading = new RecordReading<>(tools.json, kind.contentType(), kind.derived());
    }

    /** The row as it was, or {@code null} if it was not there yet. */
    Uni<R> row(Mutiny.Session session, UUID id, Instant asOf) {
        return tools.past.of(session, kind.collection(), id, asOf).map(state -> state == null ? null : row(state));
    }

    /** The first rows that were there, in the order of a column and the id. */
    public Uni<List<R>> rows(Mutiny.Session session, RecordSearch search, Instant asOf, String sort, int limit) {
        return rows(session, search, asOf, sort, BEFORE_ALL, LOWEST, limit);
    }

    Uni<List<R>> rows(Mutiny.Session session, RecordSearch search, Instant asOf, String sort, String sortedAfter, UUID idAfter,
            int limit) {
        Map<String, Object> parameters = new HashMap<>(search.pastParameters());
        parameters.put("sort", sort);
        parameters.put("sortedAfter", sortedAfter);
        parameters.put("idAfter", idAfter);
        parameters.put("limit", limit);
        return tools.past.all(session, kind.collection(), asOf, " where " + search.pastConditions() + BEHIND, parameters)
                .map(states -> states.stream().map(this::row).toList());
    }

    /** How many there were. */
    Uni<Long> count(Mutiny.Session session, RecordSearch search, Instant asOf) {
        return tools.past.count(session, kind.collection(), asOf, " where " + search.pastConditions(), search.pastParameters());
    }

    private R row(PastState state) {
        ObjectNode tree = state.snapshot().deepCopy();
        C content = reading.ofSnapshot(tree);
        R row = kind.past(state.recordId(), state.derived().path("party").textValue(), content,
                Keeping.past(reading.written(content), state.version(), state.createdAt(), state.recordedAt()));
        row.show(content);
        return row;
    }
}
