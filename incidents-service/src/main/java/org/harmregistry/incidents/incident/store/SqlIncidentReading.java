package org.harmregistry.incidents.incident.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentOrder;
import org.harmregistry.incidents.incident.domain.IncidentPosition;
import org.harmregistry.incidents.incident.domain.IncidentReading;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.incidents.incident.domain.ShownIncident;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.database.DatabasePool;
import org.harmregistry.kit.database.PlainReading;
import org.harmregistry.kit.identity.Caller;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Reads incidents by one statement each, in the JSON that they are kept in. */
@ApplicationScoped
public class SqlIncidentReading implements IncidentReading {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{5,18}");
    private static final int MOST_NAMES = 20;
    private static final String OF_CODE = "i.id in (select c.id from incident c"
            + " where c.code = :code or c.former_codes @> array[cast(:code as varchar)])";

    private static final String MERGED_OF_CODE = "m.id in (select c.id from incident c"
            + " where c.code = :code or c.former_codes @> array[cast(:code as varchar)])";
    private static final String MERGED = IncidentStatus.MERGED.term();

    private final PlainReading reading;

    public SqlIncidentReading(PlainReading reading) {
        this.reading = reading;
    }

    @Override
    public Uni<ShownIncident> get(Caller caller, String idOrCode, Instant asOf) {
        IncidentCriteria criteria = IncidentCriteria.ofAnyStatus(caller, asOf).and("i.status <> :merged", "merged", MERGED);
        if (!named(criteria, idOrCode, "i.id = :id", OF_CODE)) {
            return Uni.createFrom().nullItem();
        }
        String sql = "select " + shown(criteria.audience(), "null") + " from " + criteria.source() + " where "
                + criteria.sql();
        return reading.row(sql, criteria.parameters()).map(row -> row == null ? null : incident(row));
    }

    @Override
    public Uni<UUID> successor(Caller caller, String idOrCode) {
        IncidentCriteria criteria = IncidentCriteria.ofAnyStatus(caller, null).and("m.status = :merged", "merged", MERGED);
        if (!named(criteria, idOrCode, "m.id = :id", MERGED_OF_CODE)) {
            return Uni.createFrom().nullItem();
        }
        String sql = "select i.id from incident m join incident i on i.id = cast(m.facts #>> '{lineage,mergedInto}' as uuid)"
                + " where " + criteria.sql();
        return reading.row(sql, criteria.parameters()).map(row -> row == null ? null : row.getUUID(0));
    }

    private static boolean named(IncidentCriteria criteria, String idOrCode, String byId, String byCode) {
        if (ID.matcher(idOrCode).matches()) {
            criteria.and(byId, "id", UUID.fromString(idOrCode));
            return true;
        }
        if (CODE.matcher(idOrCode).matches()) {
            criteria.and(byCode, "code", idOrCode);
            return true;
        }
        return false;
    }

    @Override
    public Uni<List<ShownIncident>> list(Caller caller, IncidentFilter filter, IncidentOrder order, IncidentPosition after,
            int limit) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        SortKey key = SortKey.of(order, criteria);
        if (after != null) {
            criteria.and("(" + key.expression() + ", i.id) " + (order.descending() ? "<" : ">")
                    + " (" + key.parameter() + ", :afterId)", "afterId", after.id());
            criteria.and("true", "afterKey", key.value(after.key()));
        }
        String ordered = " order by " + key.expression() + key.direction() + ", i.id" + key.direction() + " limit " + limit;
        String select = "select " + shown(criteria.audience(), key.expression());
        String sql = planned(filter) + select + MapCells.from(criteria, filter, order, ordered);
        return reading.rowsAsOf(filter.asOf(), sql, criteria.parameters())
                .map(SqlIncidentReading::incidents);
    }

    @Override
    public Uni<Long> count(Caller caller, IncidentFilter filter) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        String sql = planned(filter) + "select count(*) from " + criteria.source() + " where " + criteria.sql();
        return reading.rowsAsOf(filter.asOf(), sql, criteria.parameters())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** How many records have a word or a name of a place differs a thousandfold. */
    private static String planned(IncidentFilter filter) {
        return filter.harm().words().isEmpty() && filter.place() == null ? "" : DatabasePool.PLANNED_FOR_ITS_VALUES;
    }

    @Override
    public Uni<List<String>> placeNames(Caller caller, IncidentFilter filter) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter)
                .and(IncidentCriteria.NAMED, "placeNames", IncidentCriteria.names(filter.place()));
        String sql = "select distinct i.place_name from " + criteria.source() + " where i.place_name is not null and "
                + criteria.sql() + " order by 1 limit " + MOST_NAMES;
        return reading.rowsAsOf(filter.asOf(), sql, criteria.parameters()).map(rows -> {
            List<String> names = new ArrayList<>();
            rows.forEach(row -> names.add(row.getString(0)));
            return names;
        });
    }

    static String shown(Audience audience, String sortKey) {
        return "i.id, " + audience.view() + ", cast(" + audience.document() + " as text), " + audience.version()
                + ", i.recorded_at, " + audience.updatedAt() + ", cast(" + sortKey + " as text)";
    }

    private static List<ShownIncident> incidents(RowSet<Row> rows) {
        List<ShownIncident> incidents = new ArrayList<>(rows.size());
        rows.forEach(row -> incidents.add(incident(row)));
        return incidents;
    }

    static ShownIncident incident(Row row) {
        return new ShownIncident(row.getUUID(0), Term.of(IncidentView.class, row.getString(1)).orElseThrow(),
                row.getString(2), row.getLong(3), instant(row, 4), instant(row, 5), row.getString(6));
    }

    private static Instant instant(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
