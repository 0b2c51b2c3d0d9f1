package org.harmregistry.reports.registry.rest;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.reports.registry.ExternalId;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;

import io.smallrye.mutiny.Uni;

/** The source catalogue over REST. */
@ApplicationScoped
class RestSourceCatalog implements SourceCatalog {

    private static final String NEIGHBOUR = "sources-service";

    private final SourcesApi api;

    RestSourceCatalog(@RestClient SourcesApi api) {
        this.api = api;
    }

    @Override
    public Uni<Optional<Source>> byExternalId(ExternalId externalId) {
        String wanted = externalId.system() + ":" + externalId.id();
        return NeighbourCalls.of(NEIGHBOUR, ReadingInstant.asText(asOf -> api.list(wanted, 1, asOf))
                .map(found -> found.items().stream().findFirst()));
    }

    @Override
    public Uni<Optional<Source>> byId(UUID id) {
        return NeighbourCalls.optional(NEIGHBOUR, ReadingInstant.asText(asOf -> api.byId(id, asOf)));
    }
}
