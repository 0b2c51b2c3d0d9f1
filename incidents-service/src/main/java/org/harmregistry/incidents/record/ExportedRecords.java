package org.harmregistry.incidents.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.Table;

import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.history.PastStates;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.sqlclient.Row;

/** The rows of one export of records, of today or as the registry had them at an instant. */
final class ExportedRecords<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> implements ExportRows {

    private static final String TODAY = """
            select r.id, %s, cast(r.content as text) as content, r.version, r.recorded_at, r.updated_at from %s r
            where %s order by %s
            """;
    private static final String THEN = "select s.record_id, s.derived ->> 'party' as party, cast(s.snapshot as text) as snapshot,"
            + " s.version, f.recorded_at as created_at, s.recorded_at from " + PastStates.AT_INSTANT + " s join revision f"
            + " on f.collection = :collection and f.record_id = s.record_id and f.version = 1 where %s order by %s";

    private final RecordTools tools;
    private final RecordKind<C, R, V> kind;
    private final RecordReading<C> reading;
    private final ExportOrder order;
    private final boolean past;
    private final Function<Kept<C, R>, V> viewer;

    ExportedRecords(RecordTools tools, RecordKind<C, R, V> kind, ExportOrder order, boolean past,
            Function<Kept<C, R>, V> viewer) {
        this.tools = tools;
        this.kind = kind;
        this.reading = new RecordReading<>(tools.json, kind.contentType(), kind.derived());
        this.order = order;
        this.past = past;
        this.viewer = viewer;
    }

    String sql(RecordSearch search) {
        return past ? THEN.formatted(search.pastConditions(), order.then())
                : TODAY.formatted(order.column(), kind.rowType().getAnnotation(Table.class).name(), search.sqlConditions(),
                        order.today());
    }

    Map<String, Object> parameters(RecordSearch search, Instant asOf) {
        if (!past) {
            return search.parameters();
        }
        Map<String, Object> parameters = new HashMap<>(search.pastParameters());
        parameters.put("collection", kind.collection());
        parameters.put("asOf", asOf.toString());
        return parameters;
    }

    @Override
    public UUID id(Row row) {
        return row.getUUID(0);
    }

    @Override
    public String json(Row row) {
        ObjectNode tree = tools.json.stored(row.getString(2));
        C content = past ? reading.ofSnapshot(tree) : reading.ofContent(tree);
        R kept = kind.past(row.getUUID(0), row.getString(1), content, Keeping.past(null, row.getLong(3),
                instant(row.getOffsetDateTime(4)), instant(row.getOffsetDateTime(5))));
        kept.show(content);
        V view = viewer.apply(new Kept<>(kept, content));
        return view == null ? null : tools.json.tree(view).toString();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
