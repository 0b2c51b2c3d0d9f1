package org.harmregistry.incidents.count.store;

import java.io.InputStream;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** The read of sources-service that counts need; it is safe to repeat. */
@RegisterRestClient(configKey = "sources")
@RegisterProvider(RefusalMapper.class)
@Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NeighbourRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 2000, skipOn = NeighbourRefusal.class)
interface CitationsApi {

    /** A page as a stream, so that not more of it is read than is wanted. */
    @GET
    @Path("/api/v1/citations")
    Uni<InputStream> about(@QueryParam("incident") UUID incident, @QueryParam("limit") int limit,
            @QueryParam("after") String after, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
