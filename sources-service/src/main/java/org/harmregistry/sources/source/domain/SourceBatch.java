package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Content;

/** Decides row by row what an import does, and gathers what is then to be written together. */
final class SourceBatch {

    /** A source whose place in everybody's sight may have changed. */
    record Shown(Source source, boolean publicBefore) {
    }

    private final Caller caller;
    private final Instant now;
    private final SourceJournal journal;
    private final Map<ExternalId, Source> known;
    private final Map<UUID, Source> repeated;
    private final Map<UUID, Source> exported;
    private final List<Source> created = new ArrayList<>();
    private final List<Source> renamed = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<Source, List<Content>> written = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param known sources of the caller's organisation that hold an external id of a row
     * @param repeated sources that rows say they repeat, as far as they are there
     * @param exported sources that rows are exports of, as far as they are there
     */
    SourceBatch(Caller caller, Instant now, SourceJournal journal, Map<ExternalId, Source> known, Map<UUID, Source> repeated,
            Map<UUID, Source> exported) {
        this.caller = caller;
        this.now = now;
        this.journal = journal;
        this.known = new HashMap<>(known);
        this.repeated = repeated;
        this.exported = exported;
    }

    static RowKey keyOf(ImportedSource row) {
        return row.content().externalIds().stream().findFirst().map(first -> new RowKey(first.system(), first.id()))
                .orElse(null);
    }

    RowResult take(BulkRow<ImportedSource> row) {
        try {
            Source named = row.value().exported() == null ? null : exported.get(row.value().exported().id());
            // To compare a row with a record tells what the record holds: only who sees all of it is told.
            if (named != null && named.isVisibleTo(caller)
                    && !SourceAccess.view(caller, named.organisation()).equals(SourceAccess.PUBLIC)) {
                return updateExported(row, named);
            }
            List<Source> matches = row.value().content().externalIds().stream().map(known::get)
                    .filter(source -> source != null).distinct().toList();
            if (matches.size() > 1) {
                throw Failure.at(SourceFailure.EXTERNAL_ID_TAKEN, "/externalIds", "These are external ids of several sources.");
            }
            return matches.isEmpty() ? create(row) : update(row, matches.get(0));
        } catch (Failure failure) {
            return RowResult.refused(row.line(), keyOf(row.value()), failure);
        }
    }

    private RowResult create(BulkRow<ImportedSource> row) {
        ImportedSource wanted = row.value();
        wanted.requireExternalId();
        requireAllowed(wanted, List.of());
        Source source = new Source(SourceRegister.newId(), caller, wanted.content(), wanted.digest(), now);
        requirePublishable(source, wanted, wanted.publication());
        source.stand(wanted.status(), wanted.publication());
        source.imported(wanted.digest());
        created.add(source);
        know(source, wanted);
        changes.add(journal.change(source, "created", null, false));
        return RowResult.created(row.line(), keyOf(wanted), source.id(), source.version());
    }

    private RowResult update(BulkRow<ImportedSource> row, Source source) {
        ImportedSource wanted = row.value();
        if (source.isLastImport(wanted.digest())) {
            return RowResult.unchanged(row.line(), keyOf(wanted), source.id(), source.version());
        }
        SourceAccess.requireChange(source, caller);
        if (!source.isAsImported()) {
            Failure why = Failure.of(SourceFailure.CHANGED_BY_OTHERS);
            return RowResult.refused(row.line(), keyOf(wanted), why).about(source.id(), source.version(),
                    source.importVersion());
        }
        requireAllowed(wanted, source.texts());
        requirePublishable(source, wanted, wanted.publication() == null ? source.publication() : wanted.publication());
        rewrite(source, wanted);
        return RowResult.updated(row.line(), keyOf(wanted), source.id(), source.version());
    }

    /** An export that comes back changes nothing by itself; edited, it is a correction of the version that was exported. */
    private RowResult updateExported(BulkRow<ImportedSource> row, Source source) {
        ImportedSource wanted = row.value();
        if (wanted.content().equals(source.content())) {
            return RowResult.unchanged(row.line(), keyOf(wanted), source.id(), source.version());
        }
        SourceAccess.requireChange(source, caller);
        if (wanted.exported().version() != source.version()) {
            return RowResult.refused(row.line(), keyOf(wanted), Failure.of(SourceFailure.CHANGED_BY_OTHERS))
                    .about(source.id(), source.version(), source.importVersion());
        }
        wanted.draft().requireTexts(source.texts());
        requireRepeated(wanted);
        requirePublishable(source, wanted, source.publication());
        if (!source.externalIds().equals(wanted.content().externalIds())) {
            renamed.add(source);
        }
        source.rewrite(wanted.content(), now);
        know(source, wanted);
        changes.add(journal.change(source, "changed", null, source.isPublic()));
        return RowResult.updated(row.line(), keyOf(wanted), source.id(), source.version());
    }

    private void rewrite(Source source, ImportedSource wanted) {
        boolean publicBefore = source.isPublic();
        boolean sameIds = source.externalIds().equals(wanted.content().externalIds());
        source.rewrite(wanted.content(), now);
        source.stand(wanted.status(), wanted.publication());
        source.imported(wanted.digest());
        if (!sameIds && !created.contains(source)) {
            renamed.add(source);
        }
        know(source, wanted);
        shown.add(new Shown(source, publicBefore));
        changes.add(journal.change(source, "changed", null, publicBefore));
    }

    private void requireAllowed(ImportedSource wanted, List<SourceText> texts) {
        if (wanted.status() != null && !caller.hasAny(Role.ANALYST, Role.PUBLISHER)) {
            throw Failure.at(CommonFailure.FORBIDDEN, "/status", "Accepting needs the role analyst or publisher.");
        }
        if (wanted.publication() != null && !caller.has(Role.PUBLISHER)) {
            throw Failure.at(CommonFailure.FORBIDDEN, "/publication", "Publishing needs the role publisher.");
        }
        wanted.draft().requireTexts(texts);
        requireRepeated(wanted);
    }

    private void requirePublishable(Source source, ImportedSource wanted, Publication publication) {
        if (publication == Publication.PUBLIC) {
            source.requirePublishable(wanted.content().kind(), now, "/publication");
        }
    }

    private void requireRepeated(ImportedSource wanted) {
        Independence independence = wanted.content().independence();
        if (independence != null) {
            Source other = repeated.get(independence.repeats());
            if (other == null || !other.isVisibleTo(caller)) {
                throw Failure.at(SourceFailure.SOURCE_UNKNOWN, "/independence/repeats",
                        "Name another source that you can read.");
            }
        }
    }

    private void know(Source source, ImportedSource wanted) {
        source.externalIds().forEach(id -> known.put(id, source));
        written.computeIfAbsent(source, first -> new ArrayList<>()).addAll(wanted.draft().texts());
    }

    List<Source> created() {
        return created;
    }

    /** Sources that were there before and have other external ids now. */
    List<Source> renamed() {
        return renamed;
    }

    /** What was written, each with the texts sent along. */
    Map<Source, List<Content>> written() {
        return written;
    }

    List<Shown> shown() {
        return shown;
    }

    List<Change> changes() {
        return changes;
    }
}
