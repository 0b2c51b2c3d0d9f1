package org.harmregistry.reports.registry.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Statement;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.registry.Tally;

import io.smallrye.mutiny.Uni;

/** The incident catalogue over REST. */
@ApplicationScoped
class RestIncidentCatalog implements IncidentCatalog {

    private static final String NEIGHBOUR = "incidents-service";
    private static final int PAGE = NeighbourCalls.PAGE;

    private final IncidentsApi api;

    RestIncidentCatalog(@RestClient IncidentsApi api) {
        this.api = api;
    }

    @Override
    public Uni<Statistics> statistics(Map<String, String> filter) {
        return NeighbourCalls.of(NEIGHBOUR, api.statistics(new MultivaluedHashMap<>(filter)));
    }

    @Override
    public Uni<List<Incident>> incidents(Map<String, String> filter) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> {
            MultivaluedMap<String, String> page = new MultivaluedHashMap<>(filter);
            page.putSingle("limit", Integer.toString(PAGE));
            if (after != null) {
                page.putSingle("after", after);
            }
            return api.incidents(page);
        }));
    }

    @Override
    public Uni<List<Party>> parties() {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.parties(PAGE, after)));
    }

    @Override
    public Uni<List<Tally>> tallies(String party, String kind) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.tallies(party, kind, PAGE, after)));
    }

    @Override
    public Uni<List<Denominator>> denominators(String party) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.denominators(party, PAGE, after)));
    }

    @Override
    public Uni<List<Statement>> statements(String party) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.statements(party, PAGE, after)));
    }

    @Override
    public Uni<List<Commitment>> commitments(String party) {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.commitments(party, PAGE, after)));
    }

    @Override
    public Uni<List<Demand>> demands() {
        return NeighbourCalls.of(NEIGHBOUR, NeighbourCalls.walk(after -> api.demands(PAGE, after)));
    }

    @Override
    public Uni<Gap> gap(Map<String, String> filter, LocalDate knownBy) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(filter);
        parameters.putSingle("knownBy", knownBy.toString());
        return NeighbourCalls.of(NEIGHBOUR, api.gap(parameters));
    }
}
