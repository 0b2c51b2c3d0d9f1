package org.harmregistry.reports.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * What sources-service knows, as everybody may read it. Every method may fail with 503 {@code neighbour_unavailable}.
 */
public interface SourceCatalog {

    Uni<Optional<Source>> byExternalId(ExternalId externalId);

    Uni<Optional<Source>> byId(UUID id);

    /**
     * Site visits and interviews, counted.
     *
     * @param area parameters that select them
     * @param by how they are told apart, such as {@code place}
     */
    Uni<FieldworkCounts> fieldwork(Map<String, String> area, String by);

    /** The sources that are cited for an incident, by id. */
    Uni<List<Source>> citedFor(UUID incident);

    /**
     * The citations of an incident, by id. The register of citations answers for the present alone: what was recorded after the
     * instant that is read at is left out.
     */
    Uni<List<Citation>> citations(UUID incident);

    /** The files of a source that everybody may have, by id; of the present, but for those that came after the instant. */
    Uni<List<SourceFile>> files(UUID source);
}
