package org.harmregistry.sources.fixity.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.fixity.domain.FixityFinding;
import org.harmregistry.sources.fixity.domain.FixityRegister;

import io.smallrye.mutiny.Uni;

/** What the check of all content found. */
@Path("/attachments/fixity")
@Produces("application/json")
@Tag(name = "attachments")
public class FixityResource {

    private static final String BINDING = "fixity";

    private final FixityRegister register;
    private final CursorCodec cursors;

    FixityResource(FixityRegister register, CursorCodec cursors) {
        this.register = register;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({ Role.ANALYST, Role.PUBLISHER, Role.ADMIN })
    @Operation(operationId = "readFixity", summary = "Read what changed or went missing in the archive", description = "All content, "
            + "files and texts, is looked at in turn and compared with its digest. Findings are named until the content is whole "
            + "again.")
    @APIResponse(responseCode = "200", description = "State and findings.", content = @Content(schema = @Schema(implementation = FixityResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version named in If-None-Match.")
    public Uni<Response> readFixity(@QueryParam("limit") String limit, @QueryParam("after") String after,
            @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, after);
        String behind = page.after() == null ? null : cursors.decode(BINDING, page.after(), 1).get(0);
        return register.show(behind, page.limit()).map(shown -> {
            Page<FixityFinding> found = Page.of(shown.findings(), page.limit(),
                    last -> cursors.encode(BINDING, List.of(last.digest())));
            FixityResponse body = FixityResponse.from(shown.state(), found);
            return Answers.page(found, body, EntityTags.ofList(List.of(body.toString()).stream()), ifNoneMatch, uri);
        });
    }
}
