package org.harmregistry.reports.registry.rest;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ChangeFeeds;
import org.harmregistry.reports.registry.ChangesRead;

import io.smallrye.mutiny.Uni;

/** The change feeds over REST. */
@ApplicationScoped
class RestChangeFeeds implements ChangeFeeds {

    private static final int GONE = 410;

    private final IncidentsApi incidents;
    private final SourcesApi sources;

    RestChangeFeeds(@RestClient IncidentsApi incidents, @RestClient SourcesApi sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    @Override
    public Uni<ChangesRead> behind(String collection, String cursor) {
        Uni<ChangesRead> read = switch (collection) {
            case "sources" -> sources.changes(NeighbourCalls.PAGE, cursor);
            case "tallies", "statements", "denominators" -> incidents.partyChanges(collection, NeighbourCalls.PAGE, cursor);
            default -> incidents.changes(collection, NeighbourCalls.PAGE, cursor);
        };
        return NeighbourCalls.of(collection.equals("sources") ? "sources-service" : "incidents-service",
                read.onFailure(NeighbourCalls.refusedWith(GONE)).transform(gone -> Failure.of(CommonFailure.CURSOR_EXPIRED)));
    }
}
