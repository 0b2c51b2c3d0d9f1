package org.harmregistry.reports.registry.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.registry.Statistics;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

/**
 * The reads of incidents-service for which it goes through all records that are asked about; they are waited for longer. All
 * are safe to repeat.
 */
@RegisterRestClient(configKey = "counts")
@RegisterProvider(RefusalMapper.class)
@Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = NeighbourRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 2000, skipOn = NeighbourRefusal.class)
interface CountsApi {

    @GET
    @Path("/api/v1/statistics")
    Uni<Statistics> statistics(@RestQuery MultivaluedMap<String, String> filter);

    @GET
    @Path("/api/v1/gap")
    Uni<Gap> gap(@RestQuery MultivaluedMap<String, String> filter);
}
