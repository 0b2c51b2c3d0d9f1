package org.harmregistry.reports.registry.rest;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.reports.registry.FoundIncidents;
import org.harmregistry.reports.registry.IncidentAddress;
import org.harmregistry.reports.registry.IncidentSearch;
import org.harmregistry.reports.registry.Statistics;

import io.smallrye.mutiny.Uni;

/** The search over REST, in the present. */
@ApplicationScoped
class RestIncidentSearch implements IncidentSearch {

    private static final String NEIGHBOUR = "incidents-service";
    private static final int MALFORMED = 400;
    private static final int NOT_FOUND = 404;
    private static final int AGAINST_RULE = 422;

    private final IncidentsApi api;

    RestIncidentSearch(@RestClient IncidentsApi api) {
        this.api = api;
    }

    @Override
    public Uni<Optional<FoundIncidents>> find(Map<String, String> question, int limit) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(question);
        parameters.putSingle("limit", Integer.toString(limit));
        return NeighbourCalls.unlessRefused(NEIGHBOUR, api.found(parameters), MALFORMED, AGAINST_RULE);
    }

    @Override
    public Uni<Optional<Statistics>> squares(Map<String, String> filter, Square square) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(filter);
        parameters.putSingle("by", square.term());
        return NeighbourCalls.unlessRefused(NEIGHBOUR, api.statistics(parameters), MALFORMED, AGAINST_RULE);
    }

    @Override
    public Uni<Optional<IncidentAddress>> whereIs(String code) {
        return NeighbourCalls.of(NEIGHBOUR, api.at(code).map(incident -> Optional.of(new IncidentAddress(incident.id(), false)))
                .onFailure(NeighbourRefusal.class)
                .recoverWithUni(refused -> elsewhere((NeighbourRefusal) refused)));
    }

    private static Uni<Optional<IncidentAddress>> elsewhere(NeighbourRefusal refusal) {
        URI location = refusal.elsewhere();
        String id = location == null ? "" : location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        if (refusal.status() == NeighbourRefusal.MOVED && RecordAddress.isId(id)) {
            return Uni.createFrom().item(Optional.of(new IncidentAddress(UUID.fromString(id), true)));
        }
        return refusal.status() == NOT_FOUND ? Uni.createFrom().item(Optional.empty()) : Uni.createFrom().failure(refusal);
    }
}
