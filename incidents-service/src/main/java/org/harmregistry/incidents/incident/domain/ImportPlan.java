package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.harmregistry.kit.bulk.BulkRow;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;

/** Decides what each row of a batch becomes, before anything is written. */
final class ImportPlan {

    private final Caller caller;
    private final IncidentRules rules;
    private final IncidentDocuments documents;
    private final Map<ExternalId, UUID> bearing;
    private final Map<UUID, Incident> known = new HashMap<>();
    private final Set<String> parties;
    private final List<BulkRow<IncidentRow>> rowsToAdd = new ArrayList<>();
    private final List<BulkRow<IncidentRow>> rowsToChange = new ArrayList<>();
    private final List<IncidentEdit> edits = new ArrayList<>();
    private final List<RowResult> results = new ArrayList<>();

    ImportPlan(Caller caller, IncidentRules rules, IncidentDocuments documents, Map<ExternalId, UUID> bearing,
            List<Incident> known, Set<String> parties) {
        this.caller = caller;
        this.rules = rules;
        this.documents = documents;
        this.bearing = bearing;
        this.parties = parties;
        known.forEach(incident -> this.known.put(incident.id(), incident));
    }

    void decide(BulkRow<IncidentRow> row) {
        IncidentRow value = row.value();
        try {
            rules.requirePossible(value.content());
            rules.requireKnownParties(value.content(), parties);
            Incident existing = existing(value);
            if (existing == null) {
                value.requireSay(caller);
                value.requireExternalId();
                rowsToAdd.add(row);
            } else if (value.isExportOf(existing)) {
                decideExported(row, existing);
            } else {
                value.requireSay(caller);
                decide(row, existing);
            }
        } catch (Failure failure) {
            results.add(RowResult.refused(row.line(), value.key(), failure));
        }
    }

    private Incident existing(IncidentRow row) {
        Incident named = row.exported() == null ? null : known.get(row.exported().id());
        // To compare a row with a record tells what the record holds: only who sees all of it is told.
        if (named != null && IncidentPolicy.viewFor(caller, named) != IncidentView.PUBLIC) {
            return named;
        }
        Set<UUID> ids = row.content().externalIds().stream().filter(bearing::containsKey).map(bearing::get)
                .collect(Collectors.toSet());
        if (ids.size() > 1) {
            throw Failure.at(IncidentFailure.EXTERNAL_IDS_OF_SEVERAL, "/externalIds",
                    IncidentFailure.EXTERNAL_IDS_OF_SEVERAL.title() + ".");
        }
        return ids.isEmpty() ? null : known.get(ids.iterator().next());
    }

    private void decide(BulkRow<IncidentRow> row, Incident incident) {
        IncidentRow value = row.value();
        if (incident.wasLastImportedAs(value.digest())) {
            results.add(RowResult.unchanged(row.line(), value.key(), incident.id(), incident.version()));
            return;
        }
        IncidentEdit edit = value.asEdit(incident, documents.stateOf(incident));
        if (incident.status() == IncidentStatus.MERGED) {
            UUID successor = edit.before().facts().lineage().mergedInto();
            results.add(RowResult.refused(row.line(), value.key(), Failure.of(IncidentFailure.MERGED,
                    IncidentFailure.MERGED.title() + ": " + successor + " speaks for it.")).about(successor));
        } else if (edit.changesNothing()) {
            results.add(RowResult.unchanged(row.line(), value.key(), incident.id(), incident.version()));
        } else if (edit.rewrites() && incident.editedSinceImport()) {
            results.add(RowResult.refused(row.line(), value.key(), changedSince(incident))
                    .about(incident.id(), incident.version(), incident.importVersion()));
        } else {
            requireOpen(incident);
            edit.before().facts().requireUntouched(edit.before().content(), edit.after().content());
            edits.add(edit);
            rowsToChange.add(row);
        }
    }

    /** An export that comes back changes nothing by itself; edited, it is a correction of the version that was exported. */
    private void decideExported(BulkRow<IncidentRow> row, Incident incident) {
        IncidentRow value = row.value();
        IncidentState before = documents.stateOf(incident);
        if (documents.saySame(before.content(), value.content())) {
            results.add(RowResult.unchanged(row.line(), value.key(), incident.id(), incident.version()));
        } else if (value.exported().version() != incident.version()) {
            results.add(RowResult.refused(row.line(), value.key(), Failure.of(IncidentFailure.CHANGED_SINCE_IMPORT,
                    "Version " + value.exported().version() + " was exported. The record is now at version "
                            + incident.version() + "."))
                    .about(incident.id(), incident.version(), incident.importVersion()));
        } else {
            requireOpenToCorrection(incident);
            before.facts().requireUntouched(before.content(), value.content());
            edits.add(IncidentEdit.ofContent(incident, before, value.content()));
            rowsToChange.add(row);
        }
    }

    private void requireOpenToCorrection(Incident incident) {
        if (caller.belongsTo(incident.organisation())) {
            requireOpen(incident);
        } else {
            IncidentPolicy.requireAuthor(caller, incident);
            IncidentPolicy.requireOpenFor(caller, incident);
        }
    }

    /** A publisher's import may correct what a publisher's import accepted. */
    private void requireOpen(Incident incident) {
        if (incident.status() == IncidentStatus.WITHDRAWN || !caller.has(Role.PUBLISHER)) {
            IncidentPolicy.requireOpenFor(caller, incident);
        }
    }

    private static Failure changedSince(Incident incident) {
        String last = incident.importVersion() == null ? "It did not come from an import."
                : "Your last import made version " + incident.importVersion() + ".";
        return Failure.of(IncidentFailure.CHANGED_SINCE_IMPORT,
                last + " The record is now at version " + incident.version() + ".");
    }

    List<NewIncident> toAdd() {
        return rowsToAdd.stream().map(row -> row.value().asNew()).toList();
    }

    void added(List<Incident> incidents) {
        for (int i = 0; i < incidents.size(); i++) {
            BulkRow<IncidentRow> row = rowsToAdd.get(i);
            results.add(RowResult.created(row.line(), row.value().key(), incidents.get(i).id(), incidents.get(i).version()));
        }
    }

    List<IncidentEdit> toChange() {
        return edits;
    }

    /** What became of each row, once everything is written. */
    List<RowResult> results() {
        for (int i = 0; i < edits.size(); i++) {
            Incident incident = edits.get(i).incident();
            BulkRow<IncidentRow> row = rowsToChange.get(i);
            results.add(RowResult.updated(row.line(), row.value().key(), incident.id(), incident.version()));
        }
        return results;
    }
}
