package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes records through their life, each step with a reason. */
@ApplicationScoped
public class IncidentLife {

    private final IncidentStore store;
    private final IncidentWriting writing;
    private final IncidentDocuments documents;

    public IncidentLife(IncidentStore store, IncidentWriting writing, IncidentDocuments documents) {
        this.store = store;
        this.writing = writing;
        this.documents = documents;
    }

    /** Takes one step; the reason is read only once the caller may take it. */
    public Uni<Incident> take(Mutiny.Session session, Caller caller, String idOrCode, LifeStep step, String ifMatch,
            Supplier<Reason> reason) {
        return store.findLocked(session, idOrCode).chain(found -> {
            Incident incident = IncidentPolicy.requireVisible(caller, found);
            step.requireRole(caller, incident);
            IncidentPolicy.requireNotMerged(incident);
            String why = Preconditions.under(
                    () -> Preconditions.requireMatch(ifMatch, IncidentPolicy.viewFor(caller, incident).tagOf(incident)),
                    () -> reason.get().reason());
            if (step == LifeStep.WITHDRAWAL && !caller.has(Role.PUBLISHER)) {
                IncidentPolicy.requireOpenFor(caller, incident);
            }
            IncidentEdit edit = step.on(incident, documents.stateOf(incident), why);
            return writing.change(session, caller, List.of(edit)).replaceWith(incident);
        });
    }

    /** Accepts several records, all or none. */
    public Uni<List<Incident>> accept(Mutiny.Session session, Caller caller, AcceptanceOfSeveral acceptance) {
        return store.findLocked(session, acceptance.ids()).chain(found -> {
            Map<UUID, Incident> byId = found.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
            List<Incident> incidents = new ArrayList<>();
            List<IncidentEdit> edits = new ArrayList<>();
            for (int i = 0; i < acceptance.ids().size(); i++) {
                Incident incident = byId.get(acceptance.ids().get(i));
                edits.add(acceptanceOf(caller, incident, acceptance.reason(), "/ids/" + i));
                incidents.add(incident);
            }
            return writing.change(session, caller, edits).replaceWith(incidents);
        });
    }

    private IncidentEdit acceptanceOf(Caller caller, Incident incident, String reason, String pointer) {
        if (incident == null || !IncidentPolicy.maySee(caller, incident)) {
            throw Failure.at(CommonFailure.NOT_FOUND, pointer, "There is no such record that you may see.");
        }
        LifeStep.ACCEPTANCE.requireRole(caller, incident);
        try {
            return LifeStep.ACCEPTANCE.on(incident, documents.stateOf(incident), reason);
        } catch (Failure failure) {
            throw Failure.at(failure.code(), pointer, failure.getMessage() + ".");
        }
    }
}
