package org.harmregistry.reports.registry.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.RegistryClock;
import org.harmregistry.reports.registry.Slice;

import io.smallrye.mutiny.Uni;

/** Asks each service for as little as possible as of now; the answer says up to when its past is over. */
@ApplicationScoped
class RestRegistryClock implements RegistryClock {

    private final IncidentsApi incidents;
    private final SourcesApi sources;
    private final Clock clock;

    RestRegistryClock(@RestClient IncidentsApi incidents, @RestClient SourcesApi sources, Clock clock) {
        this.incidents = incidents;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public Uni<Instant> settled() {
        return Uni.createFrom().deferred(() -> {
            String now = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
            return NeighbourCalls.of("incidents-service", incidents.parties(1, null, now)).map(RestRegistryClock::answered)
                    .chain(first -> NeighbourCalls.of("sources-service", sources.list(null, 1, now))
                            .map(RestRegistryClock::answered)
                            .map(second -> first.isBefore(second) ? first : second));
        });
    }

    private static Instant answered(Slice<?> slice) {
        if (slice.asOf() == null) {
            throw Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE, "A service does not say as of when it answered.");
        }
        return slice.asOf();
    }
}
