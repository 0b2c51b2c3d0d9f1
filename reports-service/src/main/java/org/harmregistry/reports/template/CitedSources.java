package org.harmregistry.reports.template;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.figure.SourceLink;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.registry.SourceCatalog;
import org.harmregistry.reports.registry.SourceReference;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The sources that records refer to, looked up once each. */
public final class CitedSources {

    private final Map<UUID, Source> found;

    public CitedSources(Map<UUID, Source> found) {
        this.found = Map.copyOf(found);
    }

    /** Reads the sources one after the other: there are few, and a report is in no hurry. */
    public static Uni<CitedSources> read(SourceCatalog catalog, Stream<SourceReference> references) {
        List<UUID> ids = references.filter(Objects::nonNull).map(SourceReference::sourceId).filter(Objects::nonNull)
                .distinct().toList();
        return Multi.createFrom().iterable(ids).onItem().transformToUniAndConcatenate(catalog::byId)
                .filter(Optional::isPresent).map(Optional::get).collect().asList()
                .map(sources -> new CitedSources(sources.stream()
                        .collect(Collectors.toMap(Source::id, source -> source, (one, same) -> one))));
    }

    /** The source that a record refers to, by its title where the register has it, by its address otherwise. */
    public SourceLink link(SourceReference reference) {
        if (reference == null) {
            return null;
        }
        Source source = reference.sourceId() == null ? null : found.get(reference.sourceId());
        if (source != null) {
            return source.link();
        }
        return reference.url() == null ? null : new SourceLink(null, hostOf(reference.url()), reference.url());
    }

    /** Whom to name for the sources that carry a licence or an attribution. */
    public List<Credit> credits() {
        return credits(found.values().stream()).sorted(Comparator.comparing(Credit::dataset)).toList();
    }

    /** The same of any sources, in their order. */
    public static Stream<Credit> credits(Stream<Source> sources) {
        return sources.filter(source -> source.licence() != null || source.attribution() != null)
                .map(source -> new Credit(source.title(), source.licence(), source.attribution()));
    }

    private static String hostOf(String url) {
        return url.replaceFirst("^[a-z]+://(www\\.)?", "").replaceFirst("[/?#].*$", "");
    }
}
