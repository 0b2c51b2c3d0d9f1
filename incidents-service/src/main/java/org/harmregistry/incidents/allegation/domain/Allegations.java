package org.harmregistry.incidents.allegation.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting allegations. */
@ApplicationScoped
public class Allegations {

    private final AllegationStore store;
    private final AllegationWriting writing;
    private final AllegationTransitions transitions;
    private final Duplicates duplicates;
    private final AllegationDocuments documents;
    private final IncidentStore incidents;
    private final Parties parties;
    private final Revisions revisions;

    public Allegations(AllegationStore store, AllegationWriting writing, AllegationTransitions transitions,
            Duplicates duplicates, AllegationDocuments documents, IncidentStore incidents, Parties parties,
            Revisions revisions) {
        this.store = store;
        this.writing = writing;
        this.transitions = transitions;
        this.duplicates = duplicates;
        this.documents = documents;
        this.incidents = incidents;
        this.parties = parties;
        this.revisions = revisions;
    }

    /** Records an allegation, received and withheld. */
    public Uni<Allegation> create(Mutiny.Session session, Caller caller, AllegationContent content) {
        return add(session, caller, UuidVersion7Strategy.INSTANCE.generateUuid(null), content, null);
    }

    /**
     * Records an allegation under an id of the caller's own. Fails with 412 {@code already_created} if the same caller
     * sends the same body again, 412 {@code id_taken} if the id stands for something else.
     */
    public Uni<Allegation> createAs(Mutiny.Session session, Caller caller, UUID id, byte[] body) {
        AllegationContent content = documents.read(body);
        String digest = CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
        return store.claim(session, id).chain(() -> store.find(session, id))
                .call(existing -> existing == null ? Uni.createFrom().voidItem()
                        : store.wasCreatedBy(session, id, caller.subject(), digest)
                                .invoke(same -> refuseExisting(caller, existing, same)))
                .chain(() -> add(session, caller, id, content, digest));
    }

    private static void refuseExisting(Caller caller, Allegation existing, boolean same) {
        if (!AllegationPolicy.maySee(caller, existing)) {
            throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
        }
        throw Failure.of(same ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN)
                .with("ETag", AllegationPolicy.tagFor(caller, existing))
                .with("Location", "/api/v1/allegations/" + existing.id());
    }

    private Uni<Allegation> add(Mutiny.Session session, Caller caller, UUID id, AllegationContent content, String digest) {
        return add(session, caller, id, content,
                List.of(TransitionContent.received(content.receivedOn(), content.source())), digest);
    }

    /** Records an allegation together with what became of it; withheld all the same. */
    Uni<Allegation> add(Mutiny.Session session, Caller caller, UUID id, AllegationContent content,
            List<TransitionContent> steps, String digest) {
        String organisation = caller.requiredOrganisation();
        content.check();
        writing.requirePast(content.receivedOn(), "/receivedOn");
        Instant now = writing.now();
        AddedTransitions added = transitions.added(caller, steps, AddedTransitions.SEVERAL, 0, now);
        TransitionPath path = TransitionPath.of(added.entries());
        path.requireLegal(added.pointers());
        require(content.receivedOn().equals(path.receivedOn()), AllegationFailure.RECEIVED_ON_DIFFERS, "/receivedOn");
        return parties.requireNamed(session, content.party(), "/party")
                .chain(() -> requireIncident(session, caller, content.incident()))
                .map(incidentPublic -> Allegation.begin(id, content, path, organisation, now, incidentPublic))
                .call(begun -> duplicates.check(session, caller, begun, added.entries(), added.pointers()))
                .chain(begun -> writing.add(session, caller, begun, added.entries(), digest));
    }

    /** Whether everybody may read the incident; true for none. Fails with 422 if the caller may not see it. */
    private Uni<Boolean> requireIncident(Mutiny.Session session, Caller caller, UUID id) {
        if (id == null) {
            return Uni.createFrom().item(true);
        }
        return incidents.find(session, id.toString()).map(incident -> {
            require(incident != null && IncidentPolicy.maySee(caller, incident), AllegationFailure.INCIDENT_UNKNOWN,
                    "/incident");
            require(incident.status() != IncidentStatus.MERGED, AllegationFailure.INCIDENT_MERGED, "/incident");
            return incident.isPublic();
        });
    }

    private static void require(boolean fits, AllegationFailure failure, String pointer) {
        if (!fits) {
            throw Failure.at(failure, pointer, failure.title() + ".");
        }
    }

    /** One allegation that the caller may see, as of an instant or today. Fails with 404 otherwise. */
    public Uni<Allegation> get(Mutiny.Session session, Caller caller, UUID id, Instant asOf) {
        return (asOf == null ? store.find(session, id) : store.find(session, id, asOf))
                .map(found -> AllegationPolicy.requireVisible(caller, found));
    }

    /** Changes what a merge patch names, if the allegation is still in the version that the caller knows. */
    public Uni<Allegation> change(Mutiny.Session session, Caller caller, UUID id, String ifMatch, byte[] patch) {
        return store.findLocked(session, id).chain(found -> {
            Allegation before = AllegationPolicy.requireVisible(caller, found);
            caller.require(Role.ANALYST);
            AllegationContent content = documents.patched(before.content(), patch);
            Preconditions.requireMatch(ifMatch, AllegationPolicy.tagFor(caller, before));
            return write(session, caller, before, content);
        });
    }

    /** Writes other content of a locked allegation; the same content makes no version. */
    Uni<Allegation> write(Mutiny.Session session, Caller caller, Allegation before, AllegationContent content) {
        content.check();
        return content.equals(before.content()) ? Uni.createFrom().item(before)
                : requireIncident(session, caller, content.incident()).chain(incidentPublic -> writing.change(session,
                        caller, before, before.write(content, incidentPublic, writing.now()), "changed", null));
    }

    /** A page of what the allegation was after each change, the oldest first. */
    public Uni<RevisionPage> revisions(Mutiny.Session session, Caller caller, UUID id, RevisionRequest asked) {
        return get(session, caller, id, null).invoke(found -> AllegationPolicy.requireHistorian(caller))
                .chain(found -> revisions.of(session, AllegationWriting.COLLECTION, id, asked));
    }
}
