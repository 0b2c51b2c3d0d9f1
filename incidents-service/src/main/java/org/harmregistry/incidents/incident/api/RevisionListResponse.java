package org.harmregistry.incidents.incident.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.history.Revision;

/** What a record was after each change, the oldest first. */
@Schema(name = "IncidentRevisions")
public record RevisionListResponse(List<Revision> items) {
}
