package org.harmregistry.incidents.sight;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.PlainReading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** Reads for whom incidents are there, and nothing of what they say. */
@ApplicationScoped
class IncidentSights {

    private static final String SIGHT = """
            select i.id, i.organisation, i.status = 'accepted' and i.publication = 'public' as everybody,
                   case when i.status = 'merged' then cast(i.facts #>> '{lineage,mergedInto}' as uuid) end as successor
            from incident i where i.id = :id
            """;

    private final PlainReading reading;

    IncidentSights(PlainReading reading) {
        this.reading = reading;
    }

    /** {@code null} if there is no such incident. */
    Uni<IncidentSightResponse> of(UUID id) {
        return reading.row(SIGHT, Map.of("id", id)).map(row -> row == null ? null : sight(row));
    }

    private static IncidentSightResponse sight(Row row) {
        return new IncidentSightResponse(row.getUUID(0), row.getString(1), row.getBoolean(2), row.getUUID(3));
    }
}
