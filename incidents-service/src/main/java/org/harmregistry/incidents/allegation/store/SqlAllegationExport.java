package org.harmregistry.incidents.allegation.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationColumns;
import org.harmregistry.incidents.allegation.domain.AllegationExport;
import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.allegation.domain.AllegationWriting;
import org.harmregistry.incidents.allegation.domain.PartyPlace;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.identity.Caller;

import io.vertx.sqlclient.Row;

/** Reads allegations for an export, with the transitions that stand. */
@ApplicationScoped
public class SqlAllegationExport implements AllegationExport {

    private static final int TRANSITIONS = 10;
    /** The latest entry under a root stands, unless it takes the transition back. */
    private static final String STANDING = """
            (select cast(jsonb_agg(s.content order by s.on_date, s.root) as text)
             from (select distinct on (t.root) t.root, t.state, t.on_date, t.content from allegation_transition t
                   where t.allegation = a.id%s
                   order by t.root, t.number desc) s
             where s.state is not null) as transitions
            """;

    private final AllegationRows rows;

    SqlAllegationExport(AllegationRows rows) {
        this.rows = rows;
    }

    @Override
    public Export of(Caller caller, AllegationFilter filter, Instant asOf, ExportFormat format,
            BiFunction<Allegation, List<TransitionContent>, String> json) {
        AllegationCriteria criteria = new AllegationCriteria(caller, filter, asOf);
        String sql = "select " + AllegationRows.COLUMNS + criteria.shown() + " as incident_public, "
                + STANDING.formatted(asOf == null ? "" : " and t.recorded_at <= :asOf") + " from " + criteria.source()
                + " where " + criteria.sql() + " order by a.received_on, a.id";
        return new Export(AllegationWriting.COLLECTION, format, AllegationColumns.ALL, sql, criteria.parameters(),
                new Exported(caller, json));
    }

    /** One export's rows, each in the view of who asks. */
    private final class Exported implements ExportRows {

        private final Caller caller;
        private final BiFunction<Allegation, List<TransitionContent>, String> json;

        Exported(Caller caller, BiFunction<Allegation, List<TransitionContent>, String> json) {
            this.caller = caller;
            this.json = json;
        }

        @Override
        public UUID id(Row row) {
            return row.getUUID(0);
        }

        @Override
        public String json(Row row) {
            return json.apply(allegation(row), rows.transitions(row.getString(TRANSITIONS)));
        }

        @Override
        public Double lon(Row row) {
            GeoPoint point = point(row);
            return point == null ? null : point.lon();
        }

        @Override
        public Double lat(Row row) {
            GeoPoint point = point(row);
            return point == null ? null : point.lat();
        }

        private GeoPoint point(Row row) {
            Allegation allegation = allegation(row);
            PartyPlace place = AllegationPolicy.viewFor(caller, allegation).show(allegation).place();
            return place == null ? null : place.point();
        }

        private Allegation allegation(Row row) {
            Object[] values = new Object[TRANSITIONS];
            for (int i = 0; i < TRANSITIONS; i++) {
                values[i] = row.getValue(i);
            }
            return rows.allegation(values);
        }
    }
}
