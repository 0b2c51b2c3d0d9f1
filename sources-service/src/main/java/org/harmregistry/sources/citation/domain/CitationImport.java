package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.BulkWork;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes in many citations at once, matched by source, incident and passage. */
@ApplicationScoped
public class CitationImport {

    private final Sources sources;
    private final Citations citations;
    private final CitationJournal journal;
    private final CitedIncidents incidents;
    private final Clock clock;

    public CitationImport(Sources sources, Citations citations, CitationJournal journal, CitedIncidents incidents,
            Clock clock) {
        this.sources = sources;
        this.citations = citations;
        this.journal = journal;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * The import of one caller.
     *
     * @param reader reads a row strictly
     */
    public BulkWork<ImportedCitation> by(Caller caller, Function<byte[], ImportedCitation> reader) {
        caller.requiredOrganisation();
        return new BulkWork<>() {

            @Override
            public ImportedCitation read(byte[] row) {
                return reader.apply(row);
            }

            @Override
            public RowKey keyOf(ImportedCitation row) {
                return CitationBatch.keyOf(row);
            }

            @Override
            public Uni<List<RowResult>> write(Mutiny.Session session, List<BulkRow<ImportedCitation>> rows) {
                return CitationImport.this.write(session, caller, rows);
            }
        };
    }

    private Uni<List<RowResult>> write(Mutiny.Session session, Caller caller, List<BulkRow<ImportedCitation>> rows) {
        return batch(session, caller, rows.stream().map(BulkRow::value).toList()).chain(batch -> {
            List<RowResult> results = rows.stream().map(batch::take).toList();
            return citations.add(session, batch.created())
                    .chain(() -> journal.append(session, caller, batch.changes()))
                    .chain(() -> incidents.note(session, batch.citedAnew()))
                    .replaceWith(results);
        });
    }

    private Uni<CitationBatch> batch(Mutiny.Session session, Caller caller, List<ImportedCitation> rows) {
        List<ExternalId> named = rows.stream().map(ImportedCitation::externalId).filter(Objects::nonNull).distinct().toList();
        return sources.named(session, caller.organisation(), named)
                .chain(byName -> sources.findAll(session,
                        rows.stream().map(ImportedCitation::source).filter(Objects::nonNull).distinct().toList())
                        .map(byId -> new CitationBatch(caller, clock.instant().truncatedTo(ChronoUnit.MICROS), journal, byName,
                                byId)))
                .chain(batch -> citations.findAll(session, batch.keys(rows)).invoke(batch::know)
                        .chain(() -> citations.findAllForChange(session, exportedOf(rows)).invoke(batch::knowExported))
                        .replaceWith(batch));
    }

    private static List<UUID> exportedOf(List<ImportedCitation> rows) {
        return rows.stream().map(ImportedCitation::exported).filter(Objects::nonNull).map(ImportedCitation.Exported::id)
                .distinct().toList();
    }
}
