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
    private static final String ORDER = " order by v.incident, v.id";
    private static final String PUBLIC = "v.name_public and i.status = 'accepted' and i.publication = 'public'";

    private final VictimDocuments documents;

    SqlVictimExport(VictimDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Export of(Caller caller, UUID incident, boolean withdrawn, ExportFormat format,
            Function<SeenVictim, String> json) {
        StringBuilder sql = new StringBuilder(READ);
        Map<String, Object> parameters = new HashMap<>(Map.of("withdrawn", withdrawn));
        if (incident != null) {
            sql.append(" and v.incident = :incident");
            parameters.put("incident", incident);
        }
        if (!VictimPolicy.readsAllNames(caller)) {
            sql.append(" and (").append(PUBLIC);
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
