package org.harmregistry.reports.registry;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * What sources-service knows, as everybody may read it. Every method may fail with 503 {@code neighbour_unavailable}.
 */
public interface SourceCatalog {

    Uni<Optional<Source>> byExternalId(ExternalId externalId);

    Uni<Optional<Source>> byId(UUID id);
}
