package org.harmregistry.kit.history;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** What a page of revisions looks like, for the API document. */
@Schema(name = "RevisionPage", description = "What a record was after each change, the oldest first")
public record RevisionPage(List<Revision> items, Page.Position page) {
}
