package org.harmregistry.reports.registry.rest;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.harmregistry.reports.registry.ChangesRead;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.FieldworkCounts;
import org.harmregistry.reports.registry.Slice;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceFile;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

/** The reads of sources-service that reports need; all are safe to repeat. */
@RegisterRestClient(configKey = "sources")
@RegisterProvider(RefusalMapper.class)
@Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = NeighbourRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 2000, skipOn = NeighbourRefusal.class)
interface SourcesApi {

    @GET
    @Path("/api/v1/sources")
    Uni<Slice<Source>> list(@QueryParam("externalId") String externalId, @QueryParam("limit") int limit,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/sources")
    Uni<Slice<Source>> citedFor(@QueryParam("incident") UUID incident, @QueryParam("limit") int limit,
            @QueryParam("after") String after, @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/sources/fieldwork")
    Uni<FieldworkCounts> fieldwork(@RestQuery MultivaluedMap<String, String> question);

    @GET
    @Path("/api/v1/citations")
    Uni<Slice<Citation>> citations(@QueryParam("incident") UUID incident, @QueryParam("limit") int limit,
            @QueryParam("after") String after);

    @GET
    @Path("/api/v1/sources/{id}/attachments")
    Uni<Slice<SourceFile>> files(@PathParam("id") UUID id, @QueryParam("limit") int limit, @QueryParam("after") String after);

    @GET
    @Path("/api/v1/sources/{id}")
    Uni<Source> byId(@PathParam("id") UUID id, @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/sources/changes")
    Uni<ChangesRead> changes(@QueryParam("limit") int limit, @QueryParam("after") String after);
}
