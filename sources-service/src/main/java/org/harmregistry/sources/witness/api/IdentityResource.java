package org.harmregistry.sources.witness.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.witness.domain.IdentityRegister;
import org.harmregistry.sources.witness.domain.WitnessIdentity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Who the person behind a source is: put in by who brought the source, read by nobody here. */
@Path("/sources/{id}/identity")
@Produces("application/json")
@Authenticated
@Tag(name = "witnesses", description = "Identities of witnesses, apart from what they say.")
public class IdentityResource {

    private final CurrentCaller caller;
    private final JsonReading json;
    private final IdentityRegister register;

    IdentityResource(CurrentCaller caller, JsonReading json, IdentityRegister register) {
        this.caller = caller;
        this.json = json;
        this.register = register;
    }

    @PUT
    @Authenticated
    @Consumes("application/json")
    @Operation(operationId = "putSourceIdentity", summary = "Put in who the person behind a source is", description = "By a "
            + "contributor of the source's own organisation, with If-None-Match: * for the first time and If-Match to replace "
            + "it. It is kept sealed and never given back here. 412 already_created for the same body by the same caller, 410 "
            + "identity_shredded once it was shredded, 422 no_person_behind for articles, reports, imagery and registers.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WitnessIdentity.class)))
    @APIResponse(responseCode = "201", description = "Sealed and kept for the first time.", headers = @Header(name = "ETag"), content = @Content(schema = @Schema(implementation = IdentityStanding.class)))
    @APIResponse(responseCode = "200", description = "Sealed and kept in place of the former.", headers = @Header(name = "ETag"), content = @Content(schema = @Schema(implementation = IdentityStanding.class)))
    public Uni<Response> putSourceIdentity(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch, byte[] body) {
        return register.put(caller.get(), RecordAddress.id(id), new IdentityRegister.Condition(ifMatch, ifNoneMatch),
                () -> json.read(body, WitnessIdentity.class), () -> CanonicalJson.digest(body))
                .map(held -> Response.status(held.version() == 1 ? 201 : 200).entity(IdentityStanding.from(held))
                        .header("ETag", IdentityRegister.tag(held)).header("Cache-Control", "no-store").build());
    }

    @GET
    @Authenticated
    @Operation(operationId = "readSourceIdentityStanding", summary = "Tell how it stands with the identity behind a source", description = "For "
            + "custodians and for contributors of the source's own organisation. It tells nothing of what the identity says; "
            + "for that see the openings.")
    @APIResponse(responseCode = "200", description = "How it stands.", headers = @Header(name = "ETag"), content = @Content(schema = @Schema(implementation = IdentityStanding.class)))
    public Uni<Response> readSourceIdentityStanding(@PathParam("id") String id) {
        return register.standing(caller.get(), RecordAddress.id(id))
                .map(held -> Response.ok(IdentityStanding.from(held)).header("ETag", IdentityRegister.tag(held))
                        .header("Cache-Control", "no-store").build());
    }
}
