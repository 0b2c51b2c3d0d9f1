package org.harmregistry.incidents.victim.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.incidents.victim.domain.PastVictim;
import org.harmregistry.incidents.victim.domain.SeenVictim;
import org.harmregistry.incidents.victim.domain.VictimColumns;
import org.harmregistry.incidents.victim.domain.VictimDocuments;
import org.harmregistry.incidents.victim.domain.VictimExport;
import org.harmregistry.incidents.victim.domain.VictimPolicy;
import org.harmregistry.incidents.victim.domain.VictimWriting;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.history.PastStates;
import org.harmregistry.kit.identity.Caller;

import io.vertx.sqlclient.Row;

/** Reads victims for an export: those only whose names the reader may read. */
@ApplicationScoped
public class SqlVictimExport implements VictimExport {

    private static final String READ = """
            select v.id, v.incident, v.withdrawn, v.name_public, cast(v.content as text) as content, v.version, v.public_version,
                   v.recorded_at, v.updated_at, v.public_updated_at, i.organisation
            from victim v join incident i on i.id = v.incident
            where v.withdrawn = cast(:withdrawn as boolean)
            """;
    /** Victims follow a merge, so {@code i}, the incident of today, need not be the one that they were victims of then. */
    private static final String READ_PAST = """
            select v.id, v.incident, v.withdrawn, v.name_public, v.content, v.version, v.public_version, v.recorded_at,
                   v.updated_at, v.public_updated_at, i.organisation
            from (select s.record_id as id, cast(s.snapshot ->> 'incident' as uuid) as incident,
                         s.snapshot ->> 'state' = 'withdrawn' as withdrawn, now.name_public as name_public_today,
                         cast(s.snapshot ->> 'namePublic' as boolean) as name_public,
                         cast(s.snapshot as text) as content, s.version,
                         cast(s.derived ->> 'publicVersion' as bigint) as public_version, now.recorded_at,
                         s.recorded_at as updated_at,
                         cast(s.derived ->> 'publicUpdatedAt' as timestamptz) as public_updated_at,
                         now.incident as incident_today
                  from """ + PastStates.AT_INSTANT + """
             s join victim now on now.id = s.record_id) v
            join incident_as_of(cast(cast(:asOf as text) as timestamptz)) past on past.id = v.incident
            join incident i on i.id = v.incident_today
            where v.withdrawn = cast(:withdrawn as boolean)
            """;
    private static final String ORDER = " order by v.incident, v.id";
    private static final String PUBLIC = "v.name_public and i.status = 'accepted' and i.publication = 'public'";
    private static final String PUBLIC_THEN = PUBLIC
            + " and v.name_public_today and past.status = 'accepted' and past.publication = 'public'";

    private final VictimDocuments documents;

    SqlVictimExport(VictimDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Export of(Caller caller, UUID incident, Instant asOf, boolean withdrawn, ExportFormat format,
            Function<SeenVictim, String> json) {
        StringBuilder sql = new StringBuilder(asOf == null ? READ : READ_PAST);
        Map<String, Object> parameters = new HashMap<>(Map.of("withdrawn", withdrawn));
        if (asOf != null) {
            parameters.put("collection", VictimWriting.COLLECTION);
            parameters.put("asOf", asOf.toString());
        }
        if (incident != null) {
            sql.append(" and v.incident = :incident");
            parameters.put("incident", incident);
        }
        if (!VictimPolicy.readsAllNames(caller)) {
            sql.append(" and (").append(asOf == null ? PUBLIC : PUBLIC_THEN);
            if (caller.organisation() != null) {
                sql.append(" or i.organisation = :organisation");
                parameters.put("organisation", caller.organisation());
            }
            sql.append(')');
        }
        return new Export(VictimWriting.COLLECTION, format, VictimColumns.ALL, sql.append(ORDER).toString(), parameters,
                new Exported(caller, json));
    }

    /** One export's rows, each in the view of who asks. */
    private final class Exported implements ExportRows {

        private final Caller caller;
        private final Function<SeenVictim, String> json;

        Exported(Caller caller, Function<SeenVictim, String> json) {
            this.caller = caller;
            this.json = json;
        }

        @Override
        public UUID id(Row row) {
            return row.getUUID("id");
        }

        @Override
        public String json(Row row) {
            PastVictim victim = new PastVictim(row.getUUID("id"), row.getLong("version"), instant(row, "recorded_at"),
                    instant(row, "updated_at"), row.getString("content"), row.getLong("public_version"),
                    instant(row, "public_updated_at"), row.getBoolean("name_public"));
            return json.apply(documents.exported(victim, row.getUUID("incident"), row.getBoolean("withdrawn"),
                    view(row.getString("organisation"))));
        }

        private IncidentView view(String organisation) {
            if (VictimPolicy.readsAllNames(caller)) {
                return IncidentView.FULL;
            }
            return caller.belongsTo(organisation) ? IncidentView.OWN : IncidentView.PUBLIC;
        }

        private static Instant instant(Row row, String column) {
            return row.getOffsetDateTime(column) == null ? null : row.getOffsetDateTime(column).toInstant();
        }
    }
}
