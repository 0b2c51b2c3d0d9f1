package org.harmregistry.sources.custody.api;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.sources.custody.domain.ChainEntry;
import org.harmregistry.sources.custody.domain.CustodyReading;
import org.harmregistry.sources.custody.domain.KeptChain;
import org.harmregistry.sources.custody.domain.Verification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What was done with a source, and whether its log is whole. */
@Path("/sources/{id}/custody")
@Produces("application/json")
@Tag(name = "custody")
public class CustodyResource {

    private final CurrentCaller caller;
    private final CustodyReading reading;
    private final CursorCodec cursors;

    CustodyResource(CurrentCaller caller, CustodyReading reading, CursorCodec cursors) {
        this.caller = caller;
        this.reading = reading;
        this.cursors = cursors;
    }

    @GET
    @Authenticated
    @Operation(operationId = "readCustody", summary = "Read and verify the custody of a source", description = "For analysts, "
            + "publishers, admins and custodians, and for contributors of the source's organisation. Each answer verifies the "
            + "whole chain: what was changed, removed, inserted, swapped or cut off behind the registry's back is told with the "
            + "first wrong place.")
    @APIResponse(responseCode = "200", description = "A page of entries, the oldest first, and the verification of all.", content = @Content(schema = @Schema(implementation = CustodyPage.class)))
    @APIResponse(responseCode = "304", description = "Neither entries nor verification have changed since.")
    public Uni<Response> readCustody(@PathParam("id") String id, @QueryParam("limit") String limit,
            @QueryParam("after") String after, @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, after);
        String binding = "custody/" + RecordAddress.id(id);
        long behind = after == null ? 0 : Long.parseLong(cursors.decode(binding, after, 1).get(0));
        return reading.read(caller.get(), RecordAddress.id(id)).map(chain -> {
            Page<ChainEntry> read = Page.of(
                    chain.entries().stream().filter(entry -> entry.sequence() > behind).limit(page.limit() + 1L).toList(),
                    page.limit(), last -> cursors.encode(binding, List.of(Long.toString(last.sequence()))));
            return Answers.page(read, CustodyPage.of(read, chain), tag(read, chain), ifNoneMatch, uri);
        });
    }

    private static String tag(Page<ChainEntry> page, KeptChain chain) {
        Verification found = chain.verification();
        return EntityTags.ofList(Stream.concat(
                Stream.of(found.state() + "/" + found.flaw() + "/" + found.to() + "/" + found.checkpoint()
                        + found.checkpointed()),
                page.items().stream().map(ChainEntry::writtenHash)));
    }
}
