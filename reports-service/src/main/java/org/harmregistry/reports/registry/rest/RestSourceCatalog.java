package org.harmregistry.reports.registry.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.reports.registry.Citation;
import org.harmregistry.reports.registry.ExternalId;
import org.harmregistry.reports.registry.FieldworkCounts;
import org.harmregistry.reports.registry.ReadingFollower.Part;
import org.harmregistry.reports.registry.ReadingInstant;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.SourceFile;

import io.smallrye.mutiny.Uni;

/** The source catalogue over REST. */
@ApplicationScoped
class RestSourceCatalog implements SourceCatalog {

    private static final String NEIGHBOUR = "sources-service";

    private final SourcesApi api;

    RestSourceCatalog(@RestClient SourcesApi api) {
        this.api = api;
    }

    @Override
    public Uni<Optional<Source>> byExternalId(ExternalId externalId) {
        String wanted = externalId.system() + ":" + externalId.id();
        return NeighbourCalls.of(NEIGHBOUR, told(asOf -> api.list(wanted, 1, asOf))
                .map(found -> found.items().stream().findFirst()));
    }

    @Override
    public Uni<FieldworkCounts> fieldwork(Map<String, String> area, String by) {
        return NeighbourCalls.of(NEIGHBOUR, told(asOf -> {
            MultivaluedMap<String, String> question = new MultivaluedHashMap<>(area);
            question.putSingle("by", by);
            if (asOf != null) {
                question.putSingle("asOf", asOf);
            }
            return api.fieldwork(question);
        }));
    }

    @Override
    public Uni<List<Source>> citedFor(UUID incident) {
        return NeighbourCalls.of(NEIGHBOUR, ReadingInstant.asText(asOf -> NeighbourCalls
                .walk(Part.SOURCES, after -> api.citedFor(incident, NeighbourCalls.PAGE, after, asOf))))
                .map(found -> sorted(found, Source::id));
    }

    @Override
    public Uni<List<Citation>> citations(UUID incident) {
        return byThen(NeighbourCalls.walk(Part.SOURCES, after -> api.citations(incident, NeighbourCalls.PAGE, after)),
                Citation::recordedAt)
                .map(found -> sorted(found, Citation::id));
    }

    @Override
    public Uni<List<SourceFile>> files(UUID source) {
        return byThen(NeighbourCalls.walk(Part.SOURCES, after -> api.files(source, NeighbourCalls.PAGE, after)),
                SourceFile::recordedAt)
                .map(found -> sorted(found, SourceFile::id));
    }

    private static <T> Uni<List<T>> byThen(Uni<List<T>> present, Function<T, Instant> recordedAt) {
        return NeighbourCalls.of(NEIGHBOUR, ReadingInstant.asText(asOf -> present.map(found -> found.stream()
                .filter(each -> asOf == null || recordedAt.apply(each) == null
                        || !recordedAt.apply(each).isAfter(Instant.parse(asOf)))
                .toList())));
    }

    private static <T> List<T> sorted(List<T> found, Function<T, UUID> id) {
        return found.stream().filter(each -> id.apply(each) != null).sorted(Comparator.comparing(each -> id.apply(each)
                .toString())).toList();
    }

    @Override
    public Uni<Optional<Source>> byId(UUID id) {
        return NeighbourCalls.optional(NEIGHBOUR, told(asOf -> api.byId(id, asOf)));
    }

    private static <T> Uni<T> told(Function<String, Uni<T>> read) {
        return NeighbourCalls.told(Part.SOURCES, ReadingInstant.asText(read));
    }
}
