package org.harmregistry.sources.source.store;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.PlainReading;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.FieldworkGrouping;
import org.harmregistry.sources.source.domain.FieldworkSum;
import org.harmregistry.sources.source.domain.FieldworkSums;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** Adds up field work by one statement. What sources are told apart by is taken from what this reader is shown of them. */
@ApplicationScoped
class FieldworkInPostgres implements FieldworkSums.Adding {

    private static final int MOST_GROUPS = 1_000;

    private final PlainReading reading;

    FieldworkInPostgres(PlainReading reading) {
        this.reading = reading;
    }

    @Override
    public Uni<List<FieldworkSum>> add(Caller caller, FieldworkGrouping by, FieldworkSums.Selection selection) {
        SourceCriteria criteria = new SourceCriteria(caller, selection.asOf());
        SourceAudience audience = criteria.audience();
        String shown = "(" + audience.content() + ")";
        criteria.and("s.dataset = :dataset", "dataset", selection.dataset())
                .and("s.organisation = :organisation", "organisation", selection.organisation())
                .and(ofPlace(shown, "country") + " = :country", "country", selection.country())
                .and(ofPlace(shown, "admin1") + " = :admin1", "admin1", selection.admin1());
        // Everybody learns how many families there are and never which: they are counted on the whole record.
        String families = audience.isEverybody() ? "s.content" : audience.content();
        String sql = """
                select f.key, count(*) filter (where f.kind = 'site_visit'), count(*) filter (where f.kind = 'interview'),
                       coalesce(sum(f.people), 0)::bigint,
                       count(*) filter (where f.kind = 'interview' and f.people is null), count(distinct f.family),
                       grouping(f.key)
                from (select s.kind, %s as key, cast(s.content #>> '{interview,people}' as bigint) as people,
                             %s #>> '{interview,family}' as family
                      from %s
                      where s.kind in ('interview', 'site_visit') and %s) f
                group by grouping sets ((f.key), ())
                order by grouping(f.key) desc, f.key nulls last
                limit %d
                """.formatted(key(by, shown), "(" + families + ")", criteria.source(), criteria.sql(), MOST_GROUPS + 1);
        return reading.rowsAsOf(selection.asOf(), sql, criteria.parameters()).map(rows -> {
            List<FieldworkSum> sums = new ArrayList<>(rows.size());
            rows.forEach(row -> sums.add(sum(row)));
            // The database gives the total first, so that no limit cuts it off.
            sums.add(sums.remove(0));
            return sums;
        });
    }

    private static String key(FieldworkGrouping by, String content) {
        return switch (by) {
            case KIND -> "s.kind";
            case COUNTRY -> ofPlace(content, "country");
            case ADMIN1 -> ofPlace(content, "admin1");
            case ADMIN2 -> ofPlace(content, "admin2");
            case PLACE -> ofPlace(content, "name");
            case MONTH -> "left(coalesce(" + content + " #>> '{interview,heldOn}', " + content
                    + " #>> '{siteVisit,visitedOn}'), 7)";
            case MODE -> content + " #>> '{interview,mode}'";
            case FAMILY -> content + " #>> '{interview,family}'";
        };
    }

    private static String ofPlace(String content, String member) {
        return "coalesce(" + content + " #>> '{interview,place," + member + "}', " + content + " #>> '{siteVisit,place,"
                + member + "}')";
    }

    private static FieldworkSum sum(Row row) {
        return new FieldworkSum(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                row.getLong(5));
    }
}
