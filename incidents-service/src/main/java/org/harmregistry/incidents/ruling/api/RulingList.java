package org.harmregistry.incidents.ruling.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All rulings of one kind on an incident that the reader may see, the first first. */
@Schema(name = "RulingList")
record RulingList(List<RulingResponse> items,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {
}
