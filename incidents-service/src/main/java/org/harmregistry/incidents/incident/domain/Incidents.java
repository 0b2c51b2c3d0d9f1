package org.harmregistry.incidents.incident.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting incidents. */
@ApplicationScoped
public class Incidents {

    private final IncidentStore store;
    private final IncidentRules rules;
    private final IncidentWriting writing;
    private final IncidentDocuments documents;
    private final Revisions revisions;

    public Incidents(IncidentStore store, IncidentRules rules, IncidentWriting writing, IncidentDocuments documents,
            Revisions revisions) {
        this.store = store;
        this.rules = rules;
        this.writing = writing;
        this.documents = documents;
        this.revisions = revisions;
    }

    /** Records a draft of the caller's organisation. */
    public Uni<Incident> create(Mutiny.Session session, Caller caller, IncidentContent content) {
        return add(session, caller, NewIncident.draft(content));
    }

    /**
     * Records a draft under an id of the caller's own. Fails with 412 {@code already_created} if the same caller sends the same
     * body again, 412 {@code id_taken} if the id stands for something else, 409 if the caller may not see what it stands for.
     */
    public Uni<Incident> createAs(Mutiny.Session session, Caller caller, UUID id, byte[] body) {
        IncidentContent content = documents.read(body);
        String digest = CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
        return store.claim(session, id)
                .chain(() -> store.find(session, id.toString()))
                .invoke(existing -> refuseExisting(caller, existing, digest))
                .chain(() -> add(session, caller, NewIncident.draft(id, content, digest)));
    }

    private static void refuseExisting(Caller caller, Incident existing, String digest) {
        if (existing == null) {
            return;
        }
        if (!IncidentPolicy.maySee(caller, existing)) {
            throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
        }
        boolean same = existing.wasCreatedBy(caller.subject(), digest);
        String tag = IncidentPolicy.viewFor(caller, existing).tagOf(existing);
        throw Failure.of(same ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN).with("ETag", tag)
                .with("Location", "/api/v1/incidents/" + existing.id());
    }

    private Uni<Incident> add(Mutiny.Session session, Caller caller, NewIncident draft) {
        caller.requiredOrganisation();
        return rules.check(session, draft.content())
                .chain(() -> writing.add(session, caller, List.of(draft)))
                .map(added -> added.get(0));
    }

    /** One record that the caller may see, by id, code or former code. Fails with 404 otherwise. */
    public Uni<Incident> get(Mutiny.Session session, Caller caller, String idOrCode) {
        return store.find(session, idOrCode).map(found -> IncidentPolicy.requireVisible(caller, found));
    }

    /** Changes what a merge patch names, if the record is still in the version that the caller knows. */
    public Uni<Incident> change(Mutiny.Session session, Caller caller, String idOrCode, String ifMatch, byte[] patch) {
        return store.findLocked(session, idOrCode).chain(found -> {
            Incident incident = IncidentPolicy.requireVisible(caller, found);
            IncidentPolicy.requireAuthor(caller, incident);
            IncidentPolicy.requireNotMerged(incident);
            IncidentState before = documents.stateOf(incident);
            IncidentContent after = Preconditions.under(
                    () -> Preconditions.requireMatch(ifMatch, IncidentPolicy.viewFor(caller, incident).tagOf(incident)),
                    () -> documents.patched(before.content(), patch));
            IncidentPolicy.requireOpenFor(caller, incident);
            before.facts().requireUntouched(before.content(), after);
            IncidentEdit edit = IncidentEdit.ofContent(incident, before, after);
            return edit.changesNothing() ? Uni.createFrom().item(incident)
                    : rules.check(session, after).chain(() -> writing.change(session, caller, List.of(edit)))
                            .replaceWith(incident);
        });
    }

    /** What the record was after each change, the oldest first. */
    public Uni<RevisionPage> revisions(Mutiny.Session session, Caller caller, String idOrCode, RevisionRequest asked) {
        return get(session, caller, idOrCode)
                .invoke(incident -> IncidentPolicy.requireHistorian(caller, incident))
                .chain(incident -> revisions.of(session, IncidentWriting.COLLECTION, incident.id(), asked));
    }
}
