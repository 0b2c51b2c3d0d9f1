package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.BulkWork;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes rows of another system: new ones are recorded, known ones corrected, the same ones left alone. */
@ApplicationScoped
public class IncidentImport {

    private final IncidentStore store;
    private final IncidentRules rules;
    private final IncidentWriting writing;
    private final IncidentDocuments documents;
    private final IncidentRowReading reading;

    public IncidentImport(IncidentStore store, IncidentRules rules, IncidentWriting writing, IncidentDocuments documents,
            IncidentRowReading reading) {
        this.store = store;
        this.rules = rules;
        this.writing = writing;
        this.documents = documents;
        this.reading = reading;
    }

    /** An import on behalf of the caller's organisation. */
    public BulkWork<?> of(Caller caller) {
        caller.requiredOrganisation();
        return new BulkWork<IncidentRow>() {
            @Override
            public IncidentRow read(byte[] row) {
                return reading.read(caller, row);
            }

            @Override
            public RowKey keyOf(IncidentRow row) {
                return row.key();
            }

            @Override
            public Uni<List<RowResult>> write(Mutiny.Session session, List<BulkRow<IncidentRow>> rows) {
                return IncidentImport.this.write(session, caller, rows);
            }
        };
    }

    /** Rows with an id that an earlier row of the batch has, too, wait until that one is written. */
    private Uni<List<RowResult>> write(Mutiny.Session session, Caller caller, List<BulkRow<IncidentRow>> rows) {
        Set<Object> seen = new HashSet<>();
        List<BulkRow<IncidentRow>> first = new ArrayList<>();
        List<BulkRow<IncidentRow>> later = new ArrayList<>();
        for (BulkRow<IncidentRow> row : rows) {
            Set<Object> ids = new HashSet<>(row.value().content().externalIds());
            Optional.ofNullable(row.value().exported()).ifPresent(exported -> ids.add(exported.id()));
            (ids.stream().anyMatch(seen::contains) ? later : first).add(row);
            seen.addAll(ids);
        }
        Uni<List<RowResult>> written = writeDistinct(session, caller, first);
        return later.isEmpty() ? written
                : written.chain(results -> write(session, caller, later)
                        .invoke(more -> results.addAll(more)).replaceWith(results));
    }

    private static Set<UUID> named(Map<ExternalId, UUID> bearing, List<BulkRow<IncidentRow>> rows) {
        Set<UUID> ids = new HashSet<>(bearing.values());
        rows.stream().map(row -> row.value().exported()).filter(Objects::nonNull).forEach(exported -> ids.add(exported.id()));
        return ids;
    }

    private Uni<List<RowResult>> writeDistinct(Mutiny.Session session, Caller caller, List<BulkRow<IncidentRow>> rows) {
        Set<ExternalId> ids = rows.stream().flatMap(row -> row.value().content().externalIds().stream())
                .collect(Collectors.toSet());
        List<IncidentContent> contents = rows.stream().map(row -> row.value().content()).toList();
        return store.bearing(session, caller.organisation(), ids)
                .chain(bearing -> store.findLocked(session, named(bearing, rows))
                        .chain(known -> rules.knownParties(session, contents)
                                .map(parties -> new ImportPlan(caller, rules, documents, bearing, known, parties))))
                .chain(plan -> {
                    rows.forEach(plan::decide);
                    return writing.add(session, caller, plan.toAdd())
                            .invoke(plan::added)
                            .chain(() -> writing.change(session, caller, plan.toChange()))
                            .map(nothing -> plan.results());
                });
    }
}
