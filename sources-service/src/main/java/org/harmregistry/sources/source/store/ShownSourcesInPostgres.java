package org.harmregistry.sources.source.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.DatabasePool;
import org.harmregistry.kit.database.PlainReading;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.ShownSource;
import org.harmregistry.sources.source.domain.ShownSources;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.SourceOrder;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** Reads sources by one statement each, in the JSON that they are kept in. */
@ApplicationScoped
class ShownSourcesInPostgres implements ShownSources {

    private final PlainReading reading;

    ShownSourcesInPostgres(PlainReading reading) {
        this.reading = reading;
    }

    @Override
    public Uni<ShownSource> get(Caller caller, UUID id, Instant asOf) {
        SourceCriteria criteria = new SourceCriteria(caller, asOf).and("s.id = :id", "id", id);
        String sql = "select " + shown(criteria.audience(), "null") + " from " + criteria.source() + " where " + criteria.sql();
        return reading.row(sql, criteria.parameters()).map(row -> row == null ? null : source(row));
    }

    @Override
    public Uni<List<ShownSource>> list(Caller caller, SourceFilter filter, SourceOrder order, Position after, int limit) {
        SourceCriteria criteria = new SourceCriteria(caller, filter.asOf()).matching(filter);
        SortKey key = SortKey.of(order, criteria.audience());
        if (after != null) {
            criteria.and("(" + key.expression() + ", s.id) " + key.behind() + " (" + key.parameter() + ", :afterId)",
                    "afterId", after.id()).and("true", "afterKey", after.key());
        }
        String sql = planned(filter) + "select " + shown(criteria.audience(), key.expression()) + " from " + criteria.source()
                + " where " + criteria.sql()
                + " order by " + key.expression() + key.direction() + ", s.id" + key.direction() + " limit " + limit;
        return reading.rowsAsOf(filter.asOf(), sql, criteria.parameters()).map(rows -> {
            List<ShownSource> sources = new ArrayList<>(rows.size());
            rows.forEach(row -> sources.add(source(row)));
            return sources;
        });
    }

    @Override
    public Uni<Long> count(Caller caller, SourceFilter filter) {
        SourceCriteria criteria = new SourceCriteria(caller, filter.asOf()).matching(filter);
        String sql = planned(filter) + "select count(*) from " + criteria.source() + " where " + criteria.sql();
        return reading.rowsAsOf(filter.asOf(), sql, criteria.parameters()).map(rows -> rows.iterator().next().getLong(0));
    }

    /** How many sources have a word differs a thousandfold. */
    private static String planned(SourceFilter filter) {
        return filter.words().isEmpty() ? "" : DatabasePool.PLANNED_FOR_ITS_VALUES;
    }

    static String shown(SourceAudience audience, String sortKey) {
        return "s.id, " + audience.view() + ", cast(" + audience.content() + " as text), cast(s.facts as text), s.status,"
                + " s.publication, s.organisation, s.frozen, s.hidden, " + audience.version() + ", s.recorded_at, "
                + audience.updatedAt()
                + ", cast(" + sortKey + " as text)";
    }

    static ShownSource source(Row row) {
        String view = row.getString(1);
        return new ShownSource(row.getUUID(0), view, row.getString(2), row.getString(3),
                new ShownSource.Standing(row.getString(4), row.getString(5), row.getString(6),
                        restrictions(view, row.getBoolean(7), row.getBoolean(8))),
                row.getLong(9), row.getOffsetDateTime(10).toInstant(), row.getOffsetDateTime(11).toInstant(),
                row.getString(12));
    }

    /** Everybody is not told: what is hidden is not seen, and what is frozen is the registry's own matter. */
    private static List<String> restrictions(String view, boolean frozen, boolean hidden) {
        if (view.equals(SourceAccess.PUBLIC)) {
            return null;
        }
        return Stream.of(frozen ? "frozen" : null, hidden ? "hidden" : null).filter(Objects::nonNull).toList();
    }
}
