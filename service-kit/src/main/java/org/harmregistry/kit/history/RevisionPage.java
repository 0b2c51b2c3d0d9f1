package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/**
 * A page of the revisions of one record.
 *
 * @param asOf the effective instant if the page is about the past; absent otherwise
 */
@Schema(name = "RevisionPage", description = "What a record was after each change, the oldest first")
public record RevisionPage(List<Revision> items, Page.Position page,
        @Schema(description = "The effective instant of an answer about the past, UTC; absent without asOf") Instant asOf) {
}
