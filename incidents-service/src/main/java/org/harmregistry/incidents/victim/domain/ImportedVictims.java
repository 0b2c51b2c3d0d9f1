package org.harmregistry.incidents.victim.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.harmregistry.incidents.exchange.Importing;
import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.kit.bulk.RowKey;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Victims as an import takes them. An id of another register stands for one person of an incident, whoever brings it; and
 * a person who was withdrawn is still found by it, so that a re-run brings nobody back.
 */
final class ImportedVictims implements Importing<VictimRow, LockedVictim> {

    private final VictimImport with;
    private final Caller caller;

    ImportedVictims(VictimImport with, Caller caller) {
        this.with = with;
        this.caller = caller;
    }

    @Override
    public String collection() {
        return VictimWriting.COLLECTION;
    }

    @Override
    public VictimRow read(ObjectNode row, boolean exported) {
        return with.documents.row(row, exported);
    }

    @Override
    public List<RowKey> keys(VictimRow row) {
        return row.content().externalIds().stream().map(ExternalId::key).toList();
    }

    /** Who moves a person has locked both incidents; so once the one is locked, the person is read as it stands. */
    @Override
    public Uni<LockedVictim> locked(Mutiny.Session session, UUID id) {
        return with.store.incidentOf(session, id).chain(incident -> incident == null ? Uni.createFrom().nullItem()
                : with.incidents.findLocked(session, incident.toString()).chain(locked -> {
                    boolean whole = IncidentPolicy.maySee(caller, locked)
                            && VictimPolicy.viewFor(caller, locked) != IncidentView.PUBLIC;
                    return whole ? with.store.find(session, id).map(victim -> new LockedVictim(locked, victim))
                            : Uni.createFrom().nullItem();
                }));
    }

    /** Persons who may be the same as one of the successor's stay with the record that was merged, and are found there. */
    @Override
    public Uni<Set<UUID>> bearing(Mutiny.Session session, VictimRow row) {
        return with.incidents.find(session, row.incident()).chain(named -> incident(session, row)
                .chain(incident -> bearing(session, named, row)
                        .chain(found -> !found.isEmpty() || named.id().equals(incident.id())
                                ? Uni.createFrom().item(found)
                                : bearing(session, incident, row))));
    }

    private Uni<Set<UUID>> bearing(Mutiny.Session session, Incident incident, VictimRow row) {
        return with.store.bearing(session, incident.id(), row.content().externalIds());
    }

    /** The incident that a row names, or the one that speaks for it now; locked. */
    private Uni<Incident> incident(Mutiny.Session session, VictimRow row) {
        return with.incidents.findLocked(session, row.incident())
                .chain(found -> found == null || found.status() != IncidentStatus.MERGED ? Uni.createFrom().item(found)
                        : with.incidents.findLocked(session, successor(found).toString()))
                .invoke(found -> {
                    if (found == null || !IncidentPolicy.maySee(caller, found)) {
                        throw Failure.at(VictimFailure.INCIDENT_UNKNOWN, "/incident",
                                VictimFailure.INCIDENT_UNKNOWN.title() + ".");
                    }
                    IncidentPolicy.requireAuthor(caller, found);
                });
    }

    private UUID successor(Incident merged) {
        return with.facts.stateOf(merged).facts().lineage().mergedInto();
    }

    @Override
    public UUID id(LockedVictim record) {
        return record.victim().id();
    }

    @Override
    public long version(LockedVictim record) {
        return record.victim().version();
    }

    @Override
    public boolean isSaidBy(LockedVictim record, VictimRow row) {
        return with.documents.saySame(with.documents.contentOf(record.victim()), row.content());
    }

    @Override
    public Uni<LockedVictim> create(Mutiny.Session session, VictimRow row) {
        return incident(session, row).chain(incident -> with.victims
                .record(session, caller, incident, UuidVersion7Strategy.INSTANCE.generateUuid(null), row.content(), null)
                .map(victim -> new LockedVictim(incident, victim)));
    }

    @Override
    public Uni<LockedVictim> correct(Mutiny.Session session, LockedVictim record, VictimRow row) {
        return incident(session, row).chain(incident -> {
            if (!incident.id().equals(record.incident().id())) {
                throw Failure.at(CommonFailure.READ_ONLY_FIELD, "/incident", "A person is moved by a merge or split alone.");
            }
            IncidentPolicy.requireOpenFor(caller, incident);
            VictimAct.requireStanding(record.victim());
            row.content().check();
            return with.writing.change(session, caller, incident, record.victim(),
                    with.documents.contentOf(record.victim()), row.content()).replaceWith(record);
        });
    }
}
