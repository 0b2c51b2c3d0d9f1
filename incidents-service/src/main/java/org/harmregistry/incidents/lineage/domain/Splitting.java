package org.harmregistry.incidents.lineage.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentFacts;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentRules;
import org.harmregistry.incidents.incident.domain.IncidentState;
import org.harmregistry.incidents.incident.domain.Lineage;
import org.harmregistry.incidents.incident.domain.NewIncident;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.incident.domain.RegisteredFacts;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Splits a record that turned out to describe several incidents. It keeps its code and becomes the first of them; the
 * others are new records of the same organisation, as far in their life as it is, and withheld until a publisher has
 * looked at them.
 */
@ApplicationScoped
public class Splitting {

    private final IncidentFacts incidents;
    private final IncidentRules rules;

    public Splitting(IncidentFacts incidents, IncidentRules rules) {
        this.incidents = incidents;
        this.rules = rules;
    }

    /** Splits; the body is read only once the caller may. The record itself comes first among what is answered. */
    public Uni<List<Incident>> split(Mutiny.Session session, Caller caller, String idOrCode, String ifMatch,
            Supplier<Split> body) {
        return incidents.locked(session, caller, idOrCode).chain(incident -> {
            caller.require(Role.ANALYST);
            IncidentPolicy.requireNotMerged(incident);
            Split split = body.get();
            Preconditions.requireMatch(ifMatch, IncidentPolicy.viewFor(caller, incident).tagOf(incident));
            Merging.requireNotWithdrawn(incident);
            IncidentState state = incidents.stateOf(incident);
            requireAllIds(state.content(), split.into());
            requireUntouched(state, split.into().get(0));
            return check(session, split.into()).chain(() -> write(session, caller, incident, state, split));
        });
    }

    /** Imports find records by these: one that no part bears would be recorded, and counted, once more. */
    private static void requireAllIds(IncidentContent content, List<IncidentContent> parts) {
        Set<ExternalId> borne = new HashSet<>();
        parts.forEach(part -> borne.addAll(part.externalIds()));
        content.externalIds().stream().filter(id -> !borne.contains(id)).findFirst().ifPresent(id -> {
            throw Failure.at(LineageFailure.EXTERNAL_ID_LOST, "/into",
                    "No part bears the id " + id.id() + " of " + id.system() + ".");
        });
    }

    /** The numbers of the whole are those of no part, so on what they rested is given up; the rest is as for a correction. */
    private static void requireUntouched(IncidentState state, IncidentContent first) {
        try {
            state.facts().withCountBasis(null).requireUntouched(state.content(), first);
        } catch (Failure failure) {
            throw failure.below("/into/0");
        }
    }

    private Uni<Void> check(Mutiny.Session session, List<IncidentContent> parts) {
        Uni<Void> checked = Uni.createFrom().voidItem();
        for (int i = 0; i < parts.size(); i++) {
            IncidentContent part = parts.get(i);
            String pointer = "/into/" + i;
            checked = checked.chain(() -> Uni.createFrom().deferred(() -> rules.check(session, part))
                    .onFailure(Failure.class).transform(failure -> ((Failure) failure).below(pointer)));
        }
        return checked;
    }

    private Uni<List<Incident>> write(Mutiny.Session session, Caller caller, Incident incident, IncidentState state,
            Split split) {
        RegisteredFacts fresh = RegisteredFacts.NONE.withLineage(new Lineage(null, List.of(), incident.id(), List.of()));
        List<NewIncident> others = split.into().stream().skip(1)
                .map(part -> new NewIncident(NewIncident.newId(), part, state.status(), Publication.WITHHELD, null, null,
                        fresh))
                .toList();
        return incidents
                .register(session, caller, incident, "split", split.reason(),
                        before -> remaining(before, split.into().get(0), others))
                .chain(() -> incidents.add(session, caller, incident.organisation(), split.reason(), others))
                .map(added -> {
                    List<Incident> all = new ArrayList<>(List.of(incident));
                    all.addAll(added);
                    return all;
                });
    }

    private static IncidentState remaining(IncidentState before, IncidentContent first, List<NewIncident> others) {
        Lineage lineage = before.facts().lineage();
        List<UUID> into = new ArrayList<>(lineage.splitInto());
        others.forEach(other -> into.add(other.id()));
        return before.withContent(first).withFacts(before.facts().withCountBasis(null)
                .withLineage(new Lineage(lineage.mergedInto(), lineage.mergedFrom(), lineage.splitFrom(), into)));
    }
}
