package org.harmregistry.incidents.allegation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.incidents.exchange.Importing;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Allegations as an import takes them. Transitions that are new are recorded; one that stands is never undone by a row, for a
 * correction has a reason.
 */
final class ImportedAllegations implements Importing<AllegationRow, TransitionRecord> {

    private final AllegationImport with;
    private final Caller caller;

    ImportedAllegations(AllegationImport with, Caller caller) {
        this.with = with;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return AllegationWriting.COLLECTION;
    }

    @Override
    public AllegationRow read(ObjectNode row, boolean exported) {
        return with.documents.row(row, exported);
    }

    @Override
    public List<RowKey> keys(AllegationRow row) {
        return row.content().keys();
    }

    @Override
    public Uni<TransitionRecord> locked(Mutiny.Session session, UUID id) {
        return with.store.findLocked(session, id).chain(found -> {
            if (found == null || !AllegationPolicy.maySee(caller, found)
                    || AllegationPolicy.viewFor(caller, found) != AllegationView.FULL) {
                return Uni.createFrom().nullItem();
            }
            return with.store.transitions(session, id, null).map(entries -> TransitionRecord.of(found, entries));
        });
    }

    @Override
    public Uni<Set<UUID>> bearing(Mutiny.Session session, AllegationRow row) {
        return with.externalIds.bearing(session, collection(), caller.organisation(), keys(row));
    }

    @Override
    public UUID id(TransitionRecord record) {
        return record.allegation().id();
    }

    @Override
    public long version(TransitionRecord record) {
        return record.allegation().whole().version();
    }

    /** An export for everybody or for the party says the same, if it says what they see. */
    @Override
    public boolean isSaidBy(TransitionRecord record, AllegationRow row) {
        return Arrays.stream(AllegationView.values())
                .anyMatch(view -> with.documents.saySame(view.show(record.allegation()), row.content())
                        && (row.transitions() == null || without(row.transitions(), shown(record, view)).isEmpty()
                                && without(shown(record, view), row.transitions()).isEmpty()));
    }

    private static List<TransitionContent> shown(TransitionRecord record, AllegationView view) {
        return record.standing().stream().map(view::show).toList();
    }

    private static List<TransitionContent> without(List<TransitionContent> all, List<TransitionContent> taken) {
        List<TransitionContent> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest;
    }

    @Override
    public Uni<TransitionRecord> create(Mutiny.Session session, AllegationRow row) {
        AllegationContent content = row.content();
        List<TransitionContent> steps = row.transitions() == null || row.transitions().isEmpty()
                ? List.of(TransitionContent.received(content.receivedOn(), content.source()))
                : row.transitions();
        return with.allegations.add(session, caller, UuidVersion7Strategy.INSTANCE.generateUuid(null), content, steps, null)
                .map(made -> TransitionRecord.of(made, List.of()));
    }

    @Override
    public Uni<TransitionRecord> correct(Mutiny.Session session, TransitionRecord record, AllegationRow row) {
        if (!row.whole()) {
            throw Failure.of(AllegationFailure.EXPORT_NOT_WHOLE);
        }
        AllegationContent content = AllegationDocuments.requireCorrection(record.allegation().content(), row.content());
        List<TransitionContent> added = row.transitions() == null ? List.of()
                : without(row.transitions(), record.standing());
        if (row.transitions() != null && !without(record.standing(), row.transitions()).isEmpty()) {
            throw Failure.at(AllegationFailure.TRANSITION_STANDS, "/transitions",
                    AllegationFailure.TRANSITION_STANDS.title() + ".");
        }
        return with.allegations.write(session, caller, record.allegation(), content)
                .map(written -> TransitionRecord.of(written, record.entries()))
                .chain(written -> added.isEmpty() ? Uni.createFrom().item(written)
                        : with.transitions.record(session, caller, written, added));
    }
}
