package org.harmregistry.incidents.lineage.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentFailure;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentState;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.harmregistry.incidents.incident.domain.Lineage;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Merges a record into the one that is to speak for it. Merges are rare acts of people, so one at a time goes on; the records
 * that it touches are locked in the order of their ids, as all writers of several records do.
 */
@ApplicationScoped
public class Merging {

    private static final int MOST = 200;

    private final IncidentFacts incidents;
    private final IncidentStore store;
    private final LineageStore lineage;
    private final Instance<MergeFollower> followers;

    public Merging(IncidentFacts incidents, IncidentStore store, LineageStore lineage, Instance<MergeFollower> followers) {
        this.incidents = incidents;
        this.store = store;
        this.lineage = lineage;
        this.followers = followers;
    }

    /** Merges; the body is read only once the caller may. */
    public Uni<Merged> merge(Mutiny.Session session, Caller caller, String idOrCode, String ifMatch, Supplier<Merge> body) {
        if (!caller.has(Role.ANALYST)) {
            return incidents.visible(session, caller, idOrCode).map(found -> {
                throw Failure.of(CommonFailure.FORBIDDEN, "This needs the role analyst.");
            });
        }
        return lineage.hold(session).chain(() -> lineage.idOf(session, idOrCode))
                .onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND))
                .chain(id -> lineage.mergedInto(session, id)
                        .chain(before -> merge(session, caller, id, before, ifMatch, body)));
    }

    private Uni<Merged> merge(Mutiny.Session session, Caller caller, UUID id, List<UUID> before, String ifMatch,
            Supplier<Merge> body) {
        Merge merge = body.get();
        Set<UUID> touched = new LinkedHashSet<>(before);
        touched.add(id);
        touched.add(merge.into());
        return store.findLocked(session, touched).chain(locked -> {
            Map<UUID, Incident> found = locked.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
            Incident incident = found.get(id);
            IncidentPolicy.requireNotMerged(incident);
            Preconditions.requireMatch(ifMatch, IncidentPolicy.viewFor(caller, incident).tagOf(incident));
            requireNotWithdrawn(incident);
            Incident successor = requireSuccessor(incident, found.get(merge.into()), merge);
            List<Incident> earlier = before.stream().map(found::get).toList();
            return write(session, caller, incident, successor, earlier, merge.reason());
        });
    }

    static void requireNotWithdrawn(Incident incident) {
        if (incident.status() == IncidentStatus.WITHDRAWN) {
            throw Failure.of(IncidentFailure.ALREADY_WITHDRAWN);
        }
    }

    private Incident requireSuccessor(Incident incident, Incident successor, Merge merge) {
        if (incident.id().equals(merge.into())) {
            throw refused(LineageFailure.MERGE_INTO_ITSELF);
        }
        if (successor == null) {
            throw refused(LineageFailure.SUCCESSOR_UNKNOWN);
        }
        Lineage known = incidents.stateOf(successor).facts().lineage();
        if (incident.id().equals(known.mergedInto())) {
            throw refused(LineageFailure.MERGE_CIRCLE);
        }
        if (successor.status() == IncidentStatus.MERGED) {
            throw Failure.at(LineageFailure.SUCCESSOR_MERGED, "/into", "It was merged into " + known.mergedInto() + ".");
        }
        if (successor.status() != IncidentStatus.ACCEPTED) {
            throw refused(LineageFailure.SUCCESSOR_NOT_ACCEPTED);
        }
        if (known.mergedFrom().size() + incidents.stateOf(incident).facts().lineage().mergedFrom().size() >= MOST) {
            throw refused(LineageFailure.LINEAGE_TOO_LONG);
        }
        return successor;
    }

    private static Failure refused(LineageFailure failure) {
        return Failure.at(failure, "/into", failure.title() + ".");
    }

    /** A chain collapses at once: whatever was merged into the record leads to its successor. */
    private Uni<Merged> write(Mutiny.Session session, Caller caller, Incident incident, Incident successor,
            List<Incident> earlier, String reason) {
        List<UUID> gone = new ArrayList<>(List.of(incident.id()));
        earlier.forEach(one -> gone.add(one.id()));
        Uni<Void> written = incidents
                .register(session, caller, incident, "merged", reason, state -> intoSuccessor(state, successor.id()))
                .chain(() -> incidents.register(session, caller, successor, "absorbed", reason, from(gone)))
                .replaceWithVoid();
        for (Incident one : earlier) {
            written = written.chain(() -> incidents
                    .register(session, caller, one, "redirected", reason, state -> intoSuccessor(state, successor.id()))
                    .replaceWithVoid());
        }
        for (MergeFollower follower : followers) {
            written = written.chain(() -> follower.follow(session, caller, incident, successor, reason));
        }
        return written.replaceWith(new Merged(incident, successor, gone.subList(1, gone.size())));
    }

    private static IncidentState intoSuccessor(IncidentState state, UUID successor) {
        Lineage before = state.facts().lineage();
        return state.withLife(IncidentStatus.MERGED, state.publication())
                .withFacts(
                        state.facts().withLineage(new Lineage(successor, List.of(), before.splitFrom(), before.splitInto())));
    }

    private static UnaryOperator<IncidentState> from(List<UUID> gone) {
        return state -> {
            Lineage before = state.facts().lineage();
            List<UUID> all = new ArrayList<>(before.mergedFrom());
            all.addAll(gone);
            return state.withFacts(state.facts().withLineage(new Lineage(null, all, before.splitFrom(), before.splitInto())));
        };
    }
}
