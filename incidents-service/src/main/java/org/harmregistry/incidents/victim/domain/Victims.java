package org.harmregistry.incidents.victim.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Recording, reading and correcting the victims of an incident. */
@ApplicationScoped
public class Victims {

    private final IncidentFacts incidents;
    private final VictimStore store;
    private final VictimDocuments documents;
    private final VictimWriting writing;
    private final Revisions revisions;

    public Victims(IncidentFacts incidents, VictimStore store, VictimDocuments documents, VictimWriting writing,
            Revisions revisions) {
        this.incidents = incidents;
        this.store = store;
        this.documents = documents;
        this.writing = writing;
        this.revisions = revisions;
    }

    /** The incident, locked, if the caller may write its victims: its own organisation until it is accepted, analysts. */
    public Uni<Incident> writable(Mutiny.Session session, Caller caller, String incident) {
        return incidents.locked(session, caller, incident).invoke(found -> IncidentPolicy.requireAuthor(caller, found));
    }

    /** What is sent of a new victim. Fails with 400 and the place of the fault. */
    public VictimContent read(byte[] body) {
        return documents.read(body);
    }

    /** Records a victim of a locked incident. */
    public Uni<SeenVictim> create(Mutiny.Session session, Caller caller, Incident locked, VictimContent content) {
        return add(session, caller, locked, UuidVersion7Strategy.INSTANCE.generateUuid(null), content, null);
    }

    /**
     * Records a victim under an id of the caller's own; the same body again from the same caller is {@code already_created}.
     */
    public Uni<SeenVictim> createAs(Mutiny.Session session, Caller caller, Incident locked, UUID id, byte[] body) {
        VictimContent content = documents.read(body);
        String digest = CanonicalJson.digest(new String(body, StandardCharsets.UTF_8));
        return store.find(session, id).invoke(existing -> refuseExisting(caller, locked, existing, digest))
                .chain(() -> add(session, caller, locked, id, content, digest));
    }

    private static void refuseExisting(Caller caller, Incident locked, Victim existing, String digest) {
        if (existing == null) {
            return;
        }
        if (!existing.incident().equals(locked.id())) {
            throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
        }
        boolean same = existing.wasCreatedBy(caller.subject(), digest);
        throw Failure.of(same ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN)
                .with("ETag", VictimPolicy.tag(existing, VictimPolicy.viewFor(caller, locked)))
                .with("Location", addressOf(existing));
    }

    private Uni<SeenVictim> add(Mutiny.Session session, Caller caller, Incident locked, UUID id, VictimContent content,
            String digest) {
        return record(session, caller, locked, id, content, digest)
                .chain(victim -> seen(session, caller, VictimPolicy.viewFor(caller, locked), List.of(victim)))
                .map(seen -> seen.get(0));
    }

    /** Adds a victim to a locked incident that the caller may write. */
    Uni<Victim> record(Mutiny.Session session, Caller caller, Incident locked, UUID id, VictimContent content, String digest) {
        IncidentPolicy.requireOpenFor(caller, locked);
        content.check();
        return writing.add(session, caller, locked, id, content, digest);
    }

    /** One victim, if the caller may see it. Fails with 404 otherwise. */
    public Uni<SeenVictim> get(Mutiny.Session session, Caller caller, String incident, UUID id) {
        return incidents.visible(session, caller, incident).chain(found -> {
            IncidentView view = VictimPolicy.viewFor(caller, found);
            return store.find(session, id).map(victim -> VictimPolicy.requireVisible(view, found, victim))
                    .chain(victim -> seen(session, caller, view, List.of(victim))).map(seen -> seen.get(0));
        });
    }

    /** One victim more than {@code limit} if there is a next page. */
    public Uni<List<SeenVictim>> list(Mutiny.Session session, Caller caller, String incident, boolean withdrawn, UUID behind,
            int limit) {
        return incidents.visible(session, caller, incident).chain(found -> {
            IncidentView view = VictimPolicy.viewFor(caller, found);
            VictimSearch search = new VictimSearch(found.id(), withdrawn, view == IncidentView.PUBLIC);
            return store.list(session, search, behind, limit + 1).chain(victims -> seen(session, caller, view, victims));
        });
    }

    /** Changes what a merge patch names, if the record is still in the version that the caller knows. */
    public Uni<SeenVictim> change(Mutiny.Session session, Caller caller, String incident, UUID id, String ifMatch,
            byte[] patch) {
        return incidents.locked(session, caller, incident).chain(locked -> {
            IncidentView view = VictimPolicy.viewFor(caller, locked);
            return store.find(session, id).chain(found -> {
                Victim victim = VictimPolicy.requireVisible(view, locked, found);
                IncidentPolicy.requireAuthor(caller, locked);
                VictimContent before = documents.contentOf(victim);
                VictimContent after = documents.patched(victim, patch);
                Preconditions.requireMatch(ifMatch, VictimPolicy.tag(victim, view));
                IncidentPolicy.requireOpenFor(caller, locked);
                VictimAct.requireStanding(victim);
                after.check();
                return (after.equals(before) ? Uni.createFrom().voidItem()
                        : writing.change(session, caller, locked, victim, before, after))
                        .chain(() -> seen(session, caller, view, List.of(victim))).map(seen -> seen.get(0));
            });
        });
    }

    /** A page of what the record was after each change, the oldest first. */
    public Uni<RevisionPage> revisions(Mutiny.Session session, Caller caller, String incident, UUID id, RevisionRequest asked) {
        return incidents.visible(session, caller, incident)
                .chain(found -> store.find(session, id)
                        .invoke(victim -> VictimPolicy.requireVisible(VictimPolicy.viewFor(caller, found), found, victim))
                        .invoke(() -> VictimPolicy.requireNameReader(caller, found)))
                .chain(victim -> revisions.of(session, VictimWriting.COLLECTION, victim.id(), asked));
    }

    /** The persons of an incident by the minimum lists of SDG 16.1.2, as the caller may see them. */
    public Uni<VictimCounts> counts(Mutiny.Session session, Caller caller, String incident) {
        return incidents.visible(session, caller, incident).chain(found -> store.counts(session, found.id())
                .map(counts -> VictimCounts.of(found.id(), VictimPolicy.viewFor(caller, found), counts)));
    }

    /** The names of the victims of several incidents, a list for each person, as far as the caller may read them. */
    public Uni<Map<UUID, List<List<String>>>> namesOf(Mutiny.Session session, Caller caller, Collection<UUID> ids) {
        return store.names(session, ids, VictimPolicy.readsAllNames(caller), caller.organisation());
    }

    /** What is recorded of the persons of an incident that count. */
    public Uni<List<VictimContent>> counted(Mutiny.Session session, Incident incident) {
        return store.counted(session, incident.id()).map(all -> all.stream().map(documents::contentOf).toList());
    }

    Uni<List<SeenVictim>> seen(Mutiny.Session session, Caller caller, IncidentView view, List<Victim> victims) {
        if (view == IncidentView.PUBLIC || victims.isEmpty()) {
            return Uni.createFrom().item(victims.stream()
                    .map(victim -> new SeenVictim(victim, documents.contentOf(victim), view, List.of())).toList());
        }
        return store.elsewhere(session, caller, victims.stream().map(Victim::id).toList())
                .map(elsewhere -> victims.stream().map(victim -> {
                    VictimContent content = documents.contentOf(victim);
                    return new SeenVictim(victim, content, view,
                            findings(content, elsewhere.getOrDefault(victim.id(), Map.of())));
                }).toList());
    }

    private static List<VictimFinding> findings(VictimContent content, Map<ExternalId, List<UUID>> elsewhere) {
        List<VictimFinding> findings = new ArrayList<>();
        for (int i = 0; i < content.externalIds().size(); i++) {
            List<UUID> others = elsewhere.get(content.externalIds().get(i));
            if (others != null) {
                findings.add(new VictimFinding(VictimFinding.REGISTER_ID_IN_OTHER_INCIDENT, "/externalIds/" + i, others));
            }
        }
        return findings;
    }

    /** Address of the record, from the root of the server. */
    public static String addressOf(Victim victim) {
        return "/api/v1/incidents/" + victim.incident() + "/victims/" + victim.id();
    }
}
