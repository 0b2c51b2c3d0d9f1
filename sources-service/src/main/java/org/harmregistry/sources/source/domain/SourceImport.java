package org.harmregistry.sources.source.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.BulkWork;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.database.Begun;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.archive.Archive;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes in many sources at once, matched by their external ids within the importer's organisation. */
@ApplicationScoped
public class SourceImport {

    private final Archive archive;
    private final Sources sources;
    private final FoundSources words;
    private final SourceJournal journal;
    private final SourceChanges changes;
    private final Clock clock;

    public SourceImport(Archive archive, Sources sources, FoundSources words, SourceJournal journal, SourceChanges changes,
            Clock clock) {
        this.archive = archive;
        this.sources = sources;
        this.words = words;
        this.journal = journal;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The import of one caller.
     *
     * @param reader reads a row strictly
     */
    public BulkWork<ImportedSource> by(Caller caller, Function<byte[], ImportedSource> reader) {
        caller.requiredOrganisation();
        return new BulkWork<>() {

            @Override
            public ImportedSource read(byte[] row) {
                return reader.apply(row);
            }

            @Override
            public RowKey keyOf(ImportedSource row) {
                return SourceBatch.keyOf(row);
            }

            @Override
            public Uni<Void> prepare(List<BulkRow<ImportedSource>> rows) {
                return archive.storeMany(rows.stream().flatMap(row -> row.value().draft().texts().stream()).toList());
            }

            @Override
            public Uni<List<RowResult>> write(Mutiny.Session session, List<BulkRow<ImportedSource>> rows) {
                return SourceImport.this.write(session, caller, rows);
            }
        };
    }

    private Uni<List<RowResult>> write(Mutiny.Session session, Caller caller, List<BulkRow<ImportedSource>> rows) {
        List<ExternalId> ids = rows.stream().flatMap(row -> row.value().content().externalIds().stream()).toList();
        List<Independence> repeating = rows.stream().map(row -> row.value().content().independence())
                .filter(each -> each != null).toList();
        List<UUID> exported = rows.stream().map(row -> row.value().exported()).filter(each -> each != null)
                .map(ImportedSource.Exported::id).distinct().toList();
        return sources.findByExternalIds(session, caller.organisation(), ids)
                .chain(known -> sources.findAll(session, repeating.stream().map(Independence::repeats).toList())
                        .chain(repeated -> sources.findAllForChange(session, exported)
                                .map(named -> new SourceBatch(caller, clock.instant().truncatedTo(ChronoUnit.MICROS), journal,
                                        known, repeated, named))))
                .chain(batch -> {
                    List<RowResult> results = rows.stream().map(batch::take).toList();
                    return keep(session, caller, batch).replaceWith(results);
                });
    }

    private Uni<Void> keep(Mutiny.Session session, Caller caller, SourceBatch batch) {
        Uni<Void> kept = Begun.of(sources.add(session, batch.created()));
        Uni<Void> found = words.keep(session, batch.written());
        for (Source source : batch.renamed()) {
            kept = kept.chain(() -> sources.holdExternalIds(session, source));
        }
        kept = kept.chain(() -> {
            Uni<Void> finding = Begun.of(found);
            Uni<Void> told = journal.append(session, caller, batch.changes());
            return finding.chain(() -> told);
        });
        for (SourceBatch.Shown shown : batch.shown()) {
            kept = kept.chain(() -> changes.follow(session, caller, shown.source(), "changed", shown.publicBefore()));
        }
        return kept;
    }
}
