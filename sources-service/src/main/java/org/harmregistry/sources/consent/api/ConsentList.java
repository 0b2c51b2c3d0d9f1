package org.harmregistry.sources.consent.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

@Schema(name = "ConsentList", description = "A page of consents, the oldest first.")
record ConsentList(List<ConsentResponse> items, Page.Position page) {
}
