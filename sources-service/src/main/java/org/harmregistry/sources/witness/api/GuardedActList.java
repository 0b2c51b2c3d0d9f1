package org.harmregistry.sources.witness.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

@Schema(name = "GuardedActList", description = "A page of openings or shreddings, the oldest first.")
record GuardedActList(List<GuardedActResponse> items, Page.Position page) {
}
