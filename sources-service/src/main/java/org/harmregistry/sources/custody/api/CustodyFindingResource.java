package org.harmregistry.sources.custody.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.harmregistry.sources.custody.domain.ChainFlaw;
import org.harmregistry.sources.custody.domain.CustodyFinding;
import org.harmregistry.sources.custody.domain.CustodyRound;
import org.harmregistry.sources.custody.domain.FindingReading;

import io.smallrye.mutiny.Uni;

/** What the check of the whole register found wrong with custody. */
@Path("/sources/custody-findings")
@Produces("application/json")
@Tag(name = "custody")
public class CustodyFindingResource {

    private static final String BINDING = "custody-findings";

    @Schema(name = "CustodyFinding")
    record Finding(@Schema(description = "Whose chain is broken; absent if it is a checkpoint.") UUID source,
            @Schema(description = "Number of the checkpoint; absent if it is a chain.") Long checkpoint,
            @Schema(description = "The first wrong place of the chain.") long firstWrong, ChainFlaw.Kind flaw, Instant foundAt,
            Instant lastSeenAt) {

        static Finding of(CustodyFinding found) {
            return new Finding(found.source(), found.checkpoint(), found.flaw().sequence(), found.flaw().kind(),
                    found.foundAt(),
                    found.lastSeenAt());
        }
    }

    @Schema(name = "CustodyCheck", description = "How far the check is; it begins again when it has gone through everything.")
    record Check(long round, @Schema(description = "Sources checked in this round so far.") long checked, Instant startedAt,
            @Schema(description = "When the round before ended.") Instant lastFinishedAt) {
    }

    @Schema(name = "CustodyFindingList")
    record Findings(List<Finding> items, Page.Position page, Check check) {
    }

    private final FindingReading reading;
    private final CursorCodec cursors;

    CustodyFindingResource(FindingReading reading, CursorCodec cursors) {
        this.reading = reading;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({ Role.ANALYST, Role.PUBLISHER, Role.CUSTODIAN, Role.ADMIN })
    @Operation(operationId = "listCustodyFindings", summary = "Read what is wrong with custody in the whole register", description = "For "
            + "the registry's staff and custodians. A check goes through all chains and checkpoints in turn; what it found stays "
            + "listed, the first finding first, with when it was last seen.")
    @APIResponse(responseCode = "200", description = "A page of findings, and how far the check is.", content = @Content(schema = @Schema(implementation = Findings.class)))
    @APIResponse(responseCode = "304", description = "Nothing new was found.")
    public Uni<Response> listCustodyFindings(@QueryParam("limit") String limit, @QueryParam("after") String after,
            @HeaderParam("If-None-Match") String ifNoneMatch, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, after);
        long behind = after == null ? 0 : Long.parseLong(cursors.decode(BINDING, after, 1).get(0));
        return reading.after(behind, page.limit() + 1).map(found -> {
            Page<CustodyFinding> read = Page.of(found.findings(), page.limit(),
                    last -> cursors.encode(BINDING, List.of(Long.toString(last.id()))));
            CustodyRound round = found.round();
            String tag = EntityTags.ofList(Stream.concat(Stream.of(round.number() + "/" + round.checked()),
                    read.items().stream().map(each -> each.id() + "@" + each.lastSeenAt())));
            return Answers.page(read, new Findings(read.items().stream().map(Finding::of).toList(), read.page(),
                    new Check(round.number(), round.checked(), round.startedAt(), round.lastFinishedAt())), tag, ifNoneMatch,
                    uri);
        });
    }
}
