package org.harmregistry.incidents.victim.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.history.Revision;

/** What a record was after each change, the oldest first. */
@Schema(name = "VictimRevisions")
public record VictimRevisions(List<Revision> items) {
}
