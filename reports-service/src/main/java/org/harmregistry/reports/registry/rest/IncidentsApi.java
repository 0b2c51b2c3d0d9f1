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
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.registry.ChangesRead;
import org.harmregistry.reports.registry.Commitment;
import org.harmregistry.reports.registry.Demand;
import org.harmregistry.reports.registry.Denominator;
import org.harmregistry.reports.registry.FoundIncidents;
import org.harmregistry.reports.registry.GradingGiven;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Slice;
import org.harmregistry.reports.registry.Statement;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.registry.Tally;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** The reads of incidents-service that reports need; all are safe to repeat. */
@RegisterRestClient(configKey = "incidents")
@RegisterProvider(RefusalMapper.class)
@Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = NeighbourRefusal.class)
@CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 2000, skipOn = NeighbourRefusal.class)
interface IncidentsApi {

    @GET
    @Path("/api/v1/incidents")
    Uni<Slice<Incident>> incidents(@RestQuery MultivaluedMap<String, String> filter);

    @GET
    @Path("/api/v1/incidents")
    Uni<FoundIncidents> found(@RestQuery MultivaluedMap<String, String> question);

    /** In the present, as people ask it who look at a page; reports ask {@link CountsApi}. */
    @GET
    @Path("/api/v1/statistics")
    Uni<Statistics> statistics(@RestQuery MultivaluedMap<String, String> filter);

    @GET
    @Path("/api/v1/incidents/{code}")
    Uni<IncidentRecord> at(@PathParam("code") String code);

    @GET
    @Path("/api/v1/incidents/{id}")
    Uni<IncidentRecord> incident(@PathParam("id") UUID id, @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/incidents/{id}/gradings")
    Uni<Slice<GradingGiven>> gradings(@PathParam("id") UUID id, @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/allegations")
    Uni<Slice<Allegation>> allegations(@QueryParam("incident") UUID incident, @QueryParam("party") String party,
            @QueryParam("limit") int limit, @QueryParam("after") String after, @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/parties")
    Uni<Slice<Party>> parties(@QueryParam("limit") int limit, @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/parties/{slug}/tallies")
    Uni<Slice<Tally>> tallies(@PathParam("slug") String slug, @QueryParam("kind") String kind, @QueryParam("limit") int limit,
            @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/parties/{slug}/denominators")
    Uni<Slice<Denominator>> denominators(@PathParam("slug") String slug, @QueryParam("limit") int limit,
            @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/parties/{slug}/statements")
    Uni<Slice<Statement>> statements(@PathParam("slug") String slug, @QueryParam("limit") int limit,
            @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/commitments")
    Uni<Slice<Commitment>> commitments(@QueryParam("party") String party, @QueryParam("limit") int limit,
            @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/demands")
    Uni<Slice<Demand>> demands(@QueryParam("limit") int limit, @QueryParam("after") String after,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/ledger")
    Uni<JsonNode> ledger(@QueryParam("party") String party, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("asOf") String asOf);

    @GET
    @Path("/api/v1/{collection}/changes")
    Uni<ChangesRead> changes(@PathParam("collection") String collection, @QueryParam("limit") int limit,
            @QueryParam("after") String after);

    @GET
    @Path("/api/v1/parties/{collection}/changes")
    Uni<ChangesRead> partyChanges(@PathParam("collection") String collection, @QueryParam("limit") int limit,
            @QueryParam("after") String after);
}
