package org.harmregistry.sources.citation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.SourceFailure;

/** Decides row by row what an import of citations does, and gathers what is then to be written together. */
final class CitationBatch {

    private final Caller caller;
    private final Instant now;
    private final CitationJournal journal;
    private final Map<ExternalId, Source> byName;
    private final Map<UUID, Source> byId;
    private final Map<UUID, Citation> exported = new HashMap<>();
    private final Map<Citation.Key, Citation> known = new HashMap<>();
    private final List<Citation> created = new ArrayList<>();
    private final Set<UUID> citedAnew = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    CitationBatch(Caller caller, Instant now, CitationJournal journal, Map<ExternalId, Source> byName,
            Map<UUID, Source> byId) {
        this.caller = caller;
        this.now = now;
        this.journal = journal;
        this.byName = byName;
        this.byId = byId;
    }

    /** A citation has no id in another system: what the importer can tell it by is its source's. */
    static RowKey keyOf(ImportedCitation row) {
        return row.externalId() == null ? null : new RowKey(row.externalId().system(), row.externalId().id());
    }

    List<Citation.Key> keys(List<ImportedCitation> rows) {
        return rows.stream().filter(row -> sourceOf(row) != null)
                .map(row -> Citation.keyOf(sourceOf(row).id(), row.content())).distinct().toList();
    }

    void know(Map<Citation.Key, Citation> citations) {
        known.putAll(citations);
    }

    void knowExported(Map<UUID, Citation> citations) {
        exported.putAll(citations);
    }

    RowResult take(BulkRow<ImportedCitation> row) {
        try {
            ImportedCitation wanted = row.value();
            Source source = sourceOf(wanted);
            if (source == null || !source.isVisibleTo(caller)) {
                throw Failure.at(SourceFailure.SOURCE_UNKNOWN, "/source", SourceFailure.SOURCE_UNKNOWN.title() + ".");
            }
            Citation named = wanted.exported() == null ? null : exported.get(wanted.exported().id());
            if (named != null && named.sourceId().equals(source.id()) && !CitationAccess.isPublicView(named, caller)) {
                return updateExported(row, source, named);
            }
            Citation there = known.get(Citation.keyOf(source.id(), wanted.content()));
            return there == null ? create(row, source) : update(row, source, there);
        } catch (Failure failure) {
            return RowResult.refused(row.line(), keyOf(row.value()), failure);
        }
    }

    private RowResult create(BulkRow<ImportedCitation> row, Source source) {
        SourceAccess.requireChange(source, caller);
        ImportedCitation wanted = row.value();
        Citation citation = new Citation(CitationRegister.newId(), source.id(), caller, wanted.content(), wanted.digest(), now);
        citation.imported(wanted.digest());
        created.add(citation);
        citedAnew.add(citation.incident());
        known.put(citation.key(), citation);
        changes.add(journal.change(citation, source, "created", false));
        return RowResult.created(row.line(), keyOf(wanted), citation.id(), citation.version());
    }

    private RowResult update(BulkRow<ImportedCitation> row, Source source, Citation there) {
        ImportedCitation wanted = row.value();
        if (there.isLastImport(wanted.digest()) || shown(there).equals(wanted.content())) {
            return RowResult.unchanged(row.line(), keyOf(wanted), there.id(), there.version());
        }
        SourceAccess.requireChange(source, caller);
        if (!there.isAsImported()) {
            return RowResult.refused(row.line(), keyOf(wanted), Failure.of(SourceFailure.CHANGED_BY_OTHERS))
                    .about(there.id(), there.version(), there.importVersion());
        }
        rewrite(there, source, wanted);
        there.imported(wanted.digest());
        return RowResult.updated(row.line(), keyOf(wanted), there.id(), there.version());
    }

    /** To compare a row with a record tells what the record holds: each is told of what it sees. */
    private CitationContent shown(Citation there) {
        return CitationAccess.isPublicView(there, caller) ? there.content().forEverybody() : there.content();
    }

    /** An export that comes back changes nothing by itself; edited, it is a correction of the version that was exported. */
    private RowResult updateExported(BulkRow<ImportedCitation> row, Source source, Citation there) {
        ImportedCitation wanted = row.value();
        if (there.content().equals(wanted.content())) {
            return RowResult.unchanged(row.line(), keyOf(wanted), there.id(), there.version());
        }
        SourceAccess.requireChange(source, caller);
        if (wanted.exported().version() != there.version()) {
            return RowResult.refused(row.line(), keyOf(wanted), Failure.of(SourceFailure.CHANGED_BY_OTHERS))
                    .about(there.id(), there.version(), there.importVersion());
        }
        there.requireActive();
        Citation holder = known.get(Citation.keyOf(source.id(), wanted.content()));
        if (holder != null && holder != there && !holder.isRetracted()) {
            throw Failure.of(CitationFailure.ALREADY_CITED);
        }
        rewrite(there, source, wanted);
        return RowResult.updated(row.line(), keyOf(wanted), there.id(), there.version());
    }

    private void rewrite(Citation there, Source source, ImportedCitation wanted) {
        if (!there.incident().equals(wanted.content().incident())) {
            citedAnew.add(wanted.content().incident());
        }
        known.remove(there.key(), there);
        there.rewrite(wanted.content(), now);
        known.put(there.key(), there);
        changes.add(journal.change(there, source, "changed", source.isPublic()));
    }

    private Source sourceOf(ImportedCitation row) {
        return row.source() == null ? byName.get(row.externalId()) : byId.get(row.source());
    }

    List<Citation> created() {
        return created;
    }

    /** Incidents that nobody has asked for on behalf of these citations. */
    Set<UUID> citedAnew() {
        return citedAnew;
    }

    List<Change> changes() {
        return changes;
    }
}
