package org.harmregistry.incidents.redress;

import java.io.InputStream;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.incidents.exchange.ExportAnswers;
import org.harmregistry.incidents.exchange.RowImports;
import org.harmregistry.incidents.party.Parties;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.DerivedCondition;
import org.harmregistry.incidents.record.ListRequest;
import org.harmregistry.incidents.record.RecordExchange;
import org.harmregistry.incidents.record.RecordSearch;
import org.harmregistry.incidents.record.RecordTools;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.bulk.BulkFormat;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.bulk.RowResult;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Redress in lists, and taken over from other systems. */
@Path("/redress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "redress")
public class RedressExchangeResource {

    private final RecordTools tools;
    private final Parties parties;
    private final RedressSight sight;
    private final CurrentCaller current;

    public RedressExchangeResource(RecordTools tools, Parties parties, RedressSight sight, CurrentCaller current) {
        this.tools = tools;
        this.parties = parties;
        this.sight = sight;
        this.current = current;
    }

    private RecordExchange<Redress, RedressRow, RecordedRedress> exchange() {
        return new RecordExchange<>(tools, new RedressRecords(parties, sight, current.get()));
    }

    @GET
    @Compressed
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    @Operation(operationId = "listRedress", summary = "List or export redress, by the day from which it was known", description = ExportAnswers.TEXT)
    @APIResponse(responseCode = "200", description = "A page of redress", content = {
            @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = RedressPage.class)),
            @Content(mediaType = ExportFormat.CSV_TYPE),
            @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(implementation = RecordedRedress.class)) })
    @APIResponse(responseCode = "304", description = ApiText.NOT_MODIFIED)
    public Uni<Response> list(
            @Parameter(description = "Only redress of this party, by slug") @QueryParam("party") String party,
            @Parameter(description = "Only redress of this kind", schema = @Schema(implementation = RedressKind.class)) @QueryParam("kind") String kind,
            @Parameter(description = "Only claims in this state", schema = @Schema(implementation = RedressState.class)) @QueryParam("state") String state,
            @Parameter(description = "Only redress for this incident, by id") @QueryParam("incident") String incident,
            @Parameter(description = "Only redress for this allegation, by id") @QueryParam("allegation") String allegation,
            @Parameter(description = "Only redress for this kind of loss", schema = @Schema(implementation = LossType.class)) @QueryParam("lossType") String lossType,
            @BeanParam ListRequest request) {
        RecordSearch search = new RecordSearch()
                .where("r.party = :about", "about", party)
                .where("r.kind = :kind", "kind", Terms.of(Terms.parameter(RedressKind.class, "kind", kind)))
                .where("r.state = :state", "state", Terms.of(Terms.parameter(RedressState.class, "state", state)))
                .where("r.lossType = :lossType", "lossType", Terms.of(Terms.parameter(LossType.class, "lossType", lossType)))
                .where("r.incident = :incident", "incident", id("incident", incident))
                .where("r.allegation = :allegation", "allegation", id("allegation", allegation));
        return exchange().list(null, search, request,
                new DerivedCondition<>(sightOf(current.get()), RecordedRedress::visible));
    }

    @POST
    @Path("/import")
    @Blocking
    @RolesAllowed({ Role.ANALYST, Role.ADMIN })
    @Consumes({ BulkImport.MEDIA_TYPE, BulkFormat.CSV_TYPE })
    @Produces(BulkImport.MEDIA_TYPE)
    @Operation(operationId = "importRedress", summary = "Import many redress", description = RowImports.TEXT)
    @APIResponse(responseCode = "200", description = RowImports.RESULTS, content = @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = RowResult.class)))
    public Response importRows(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = RowImports.MODE) @QueryParam("mode") String mode,
            @RequestBody(required = true, content = {
                    @Content(mediaType = BulkImport.MEDIA_TYPE, schema = @Schema(implementation = Redress.class)),
                    @Content(mediaType = BulkFormat.CSV_TYPE) }) InputStream body) {
        return exchange().importRows(body, contentType, mode, current.get());
    }

    /** As far as a cursor must be bound to who asks. */
    private static String sightOf(Caller caller) {
        return caller.readsAll() ? "all" : caller.organisation() + " " + caller.has(Role.PARTY);
    }

    private static UUID id(String name, String text) {
        try {
            return text == null ? null : RecordAddress.id(text);
        } catch (Failure e) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, name + " is an id, a UUID.");
        }
    }
}
