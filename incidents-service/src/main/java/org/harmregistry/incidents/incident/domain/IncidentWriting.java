package org.harmregistry.incidents.incident.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Writes records together with their history and with what they are found by. It is handed what may be written. */
@ApplicationScoped
public class IncidentWriting {

    public static final String COLLECTION = "incidents";

    private final IncidentStore store;
    private final IncidentCodes codes;
    private final IncidentDocuments documents;
    private final IncidentSearch search;
    private final History history;
    private final Instance<IncidentFollower> followers;
    private final Clock clock;

    public IncidentWriting(IncidentStore store, IncidentCodes codes, IncidentDocuments documents, IncidentSearch search,
            History history, Instance<IncidentFollower> followers, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.documents = documents;
        this.search = search;
        this.history = history;
        this.followers = followers;
        this.clock = clock;
    }

    /** Adds new records of the caller's organisation. */
    Uni<List<Incident>> add(Mutiny.Session session, Caller caller, List<NewIncident> drafts) {
        return drafts.isEmpty() ? Uni.createFrom().item(List.of())
                : add(session, caller, caller.requiredOrganisation(), null, drafts);
    }

    /** Adds new records of an organisation. */
    Uni<List<Incident>> add(Mutiny.Session session, Caller caller, String organisation, String reason,
            List<NewIncident> drafts) {
        return codes.take(session, drafts.stream().map(draft -> CodeSeries.of(draft.content())).toList())
                .chain(taken -> add(session, caller, organisation, reason, drafts, taken));
    }

    private Uni<List<Incident>> add(Mutiny.Session session, Caller caller, String organisation, String reason,
            List<NewIncident> drafts, List<String> taken) {
        Instant now = now();
        Map<Incident, IncidentContent> added = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            NewIncident draft = drafts.get(i);
            Incident incident = new Incident(draft, search.of(draft.content()), taken.get(i), organisation, caller.subject(),
                    now);
            added.put(incident, draft.content());
            changes.add(describe(incident, draft.content(), draft.facts(), "created", reason, false));
        }
        List<Incident> incidents = List.copyOf(added.keySet());
        return store.add(session, incidents)
                .chain(() -> history.append(session, caller, changes))
                .chain(() -> store.index(session, added, false))
                .replaceWith(incidents);
    }

    /** Writes changes of records that the session has locked. */
    Uni<Void> change(Mutiny.Session session, Caller caller, List<IncidentEdit> edits) {
        if (edits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return recode(session, edits).chain(() -> {
            Instant now = now();
            Map<Incident, IncidentContent> rewritten = new LinkedHashMap<>();
            List<Change> changes = new ArrayList<>();
            for (IncidentEdit edit : edits) {
                changes.add(apply(edit, now));
                if (edit.rewrites()) {
                    rewritten.put(edit.incident(), edit.after().content());
                }
            }
            return history.append(session, caller, changes).chain(() -> store.index(session, rewritten, true))
                    .chain(() -> follow(session, caller, changes));
        });
    }

    private Uni<Void> follow(Mutiny.Session session, Caller caller, List<Change> changes) {
        Set<UUID> turned = changes.stream().filter(change -> change.publicBefore() != change.publicAfter())
                .map(Change::recordId).collect(Collectors.toSet());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (IncidentFollower follower : turned.isEmpty() ? List.<IncidentFollower> of() : followers) {
            done = done.chain(() -> follower.turned(session, caller, turned));
        }
        return done;
    }

    private Change apply(IncidentEdit edit, Instant now) {
        Incident incident = edit.incident();
        boolean publicBefore = incident.isPublic();
        incident.become(edit.after(), edit.rewrites() ? search.of(edit.after().content()) : null);
        incident.advance(now, publicBefore, edit.differsForEverybody());
        if (edit.importDigest() != null) {
            incident.imported(edit.importDigest());
        }
        return describe(incident, edit.after().content(), edit.after().facts(), edit.kind(), edit.reason(), publicBefore);
    }

    /** A record whose country or year was corrected is counted in that series; its old code goes on to find it. */
    private Uni<Void> recode(Mutiny.Session session, List<IncidentEdit> edits) {
        List<IncidentEdit> moved = edits.stream()
                .filter(edit -> edit.rewrites() && !CodeSeries.of(edit.after().content()).contains(edit.incident().code()))
                .toList();
        if (moved.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return codes.take(session, moved.stream().map(edit -> CodeSeries.of(edit.after().content())).toList()).invoke(taken -> {
            for (int i = 0; i < moved.size(); i++) {
                moved.get(i).incident().recode(taken.get(i));
            }
        }).replaceWithVoid();
    }

    private Change describe(Incident incident, IncidentContent content, RegisteredFacts facts, String kind, String reason,
            boolean publicBefore) {
        return new Change(COLLECTION, incident.id(), incident.version(), kind, reason, incident.updatedAt(),
                documents.describe(incident, content, facts), documents.derived(incident), publicBefore, incident.isPublic(),
                incident.publicVersion(), incident.organisation());
    }

    /** As exactly as PostgreSQL keeps it, so that a record reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
