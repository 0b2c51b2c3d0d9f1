package org.harmregistry.incidents.incident.domain;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * For features whose acts settle something about an incident: its grading, its numbers, its lineage. The feature decides
 * who may act; here the incident is found, changed and its history written, all in the session of the act.
 */
@ApplicationScoped
public class IncidentFacts {

    private final IncidentStore store;
    private final IncidentDocuments documents;
    private final IncidentWriting writing;

    public IncidentFacts(IncidentStore store, IncidentDocuments documents, IncidentWriting writing) {
        this.store = store;
        this.documents = documents;
        this.writing = writing;
    }

    /** The incident with this id or code, if the caller may see it. Fails with 404 otherwise. */
    public Uni<Incident> visible(Mutiny.Session session, Caller caller, String idOrCode) {
        return store.find(session, idOrCode).map(found -> IncidentPolicy.requireVisible(caller, found));
    }

    /** The same, locked until the transaction ends. */
    public Uni<Incident> locked(Mutiny.Session session, Caller caller, String idOrCode) {
        return store.findLocked(session, idOrCode).map(found -> IncidentPolicy.requireVisible(caller, found));
    }

    /** What the incident says and what is held of it. */
    public IncidentState stateOf(Incident incident) {
        return documents.stateOf(incident);
    }

    /** Adds incidents that an act about another one made. The caller has checked what they say. */
    public Uni<List<Incident>> add(Mutiny.Session session, Caller caller, String organisation, String reason,
            List<NewIncident> incidents) {
        return writing.add(session, caller, organisation, reason, incidents);
    }

    /** What an incident said as a reader was shown it. */
    public IncidentContent contentOf(ShownIncident shown) {
        return documents.contentOf(shown.document());
    }

    /** Changes a locked incident; nothing is written if nothing changes. */
    public Uni<Incident> register(Mutiny.Session session, Caller caller, Incident locked, String kind, String reason,
            UnaryOperator<IncidentState> change) {
        IncidentState before = documents.stateOf(locked);
        IncidentEdit edit = new IncidentEdit(locked, before, change.apply(before), kind, reason, null);
        return edit.changesNothing() ? Uni.createFrom().item(locked)
                : writing.change(session, caller, List.of(edit)).replaceWith(locked);
    }
}
