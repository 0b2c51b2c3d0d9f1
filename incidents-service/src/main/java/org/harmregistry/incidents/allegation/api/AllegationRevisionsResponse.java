package org.harmregistry.incidents.allegation.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.history.Revision;

/** What an allegation was after each change, its transitions included, the oldest first. */
@Schema(name = "AllegationRevisions")
public record AllegationRevisionsResponse(List<Revision> items) {
}
