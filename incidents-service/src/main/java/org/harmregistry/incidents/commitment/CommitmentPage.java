package org.harmregistry.incidents.commitment;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** What a page of commitments looks like, for the API document. */
@Schema(name = "CommitmentPage", description = "A page of commitments")
record CommitmentPage(List<RecordedCommitment> items, Page.Position page) {
}
