package org.harmregistry.kit.history;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.paging.PageRequest;

/** What a reader of a record's revisions says, the same for all records. */
public class RevisionParameters {

    @QueryParam("limit")
    @Parameter(description = "Items on a page, 1 to 200; 50 by default.")
    String limit;

    @QueryParam("after")
    @Parameter(description = "Cursor of the next page, from page.next.")
    String after;

    @QueryParam("asOf")
    @Parameter(description = AsOf.PARAMETER + ". Today's rights apply.")
    String asOf;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "ETags that the caller already has; 304 if one is current.")
    String ifNoneMatch;

    /**
     * What is asked for.
     *
     * @throws org.harmregistry.kit.problem.Failure 400 {@code limit_out_of_range} or {@code invalid_parameter}
     */
    public RevisionRequest request() {
        return new RevisionRequest(PageRequest.of(limit, after), AsOf.parameter(asOf));
    }

    /** What the reader holds already; {@code null} if nothing. */
    public String ifNoneMatch() {
        return ifNoneMatch;
    }
}
