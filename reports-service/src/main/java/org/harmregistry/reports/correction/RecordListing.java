package org.harmregistry.reports.correction;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.Editions;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Lists the records behind watched editions, in parts: a large edition must not hold one transaction for long. */
@ApplicationScoped
class RecordListing {

    private static final int PART = 10_000;

    private final UnitOfWork unitOfWork;
    private final CorrectionStore store;
    private final Editions editions;
    private final Archive archive;
    private final JsonReading json;

    RecordListing(UnitOfWork unitOfWork, CorrectionStore store, Editions editions, Archive archive, JsonReading json) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.editions = editions;
        this.archive = archive;
        this.json = json;
    }

    /** Lists what is not listed yet. Done twice it is the same. */
    Uni<Void> listAll() {
        return unitOfWork.run(store::toList).chain(id -> id == null ? Uni.createFrom().voidItem()
                : editions.get(Caller.ANONYMOUS, id).chain(this::list).chain(this::listAll));
    }

    private Uni<Void> list(Edition edition) {
        JsonNode figures = json.read(edition.figures().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return unitOfWork.run(session -> store.list(session, edition.id(), named(figures)))
                .chain(() -> Multi.createFrom().iterable(digests(figures))
                        .onItem().transformToUniAndConcatenate(digest -> list(edition.id(), digest))
                        .collect().last())
                .chain(() -> unitOfWork.run(session -> store.listed(session, edition.id())));
    }

    private Uni<Void> list(UUID edition, String digest) {
        ListedIds ids = new ListedIds();
        return archive.pieces(digest).onItem().transformToMultiAndConcatenate(piece -> parts(ids.in(piece)))
                .onItem().transformToUniAndConcatenate(part -> unitOfWork.run(session -> store.list(session, edition, part)))
                .collect().last().replaceWithVoid();
    }

    private static Multi<List<UUID>> parts(List<UUID> ids) {
        return Multi.createFrom().items(IntStream.iterate(0, from -> from < ids.size(), from -> from + PART)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + PART))));
    }

    private static Set<String> digests(JsonNode figures) {
        Set<String> digests = new LinkedHashSet<>();
        figures.forEach(figure -> {
            if (figure.path("records").has("digest")) {
                digests.add(figure.path("records").path("digest").textValue());
            }
        });
        return digests;
    }

    /** The records that figures name one by one, and their sources. */
    private static Set<UUID> named(JsonNode figures) {
        Set<UUID> records = new LinkedHashSet<>();
        figures.forEach(figure -> {
            figure.path("records").forEach(record -> add(records, record.path("id").asText("")));
            figure.path("sources").forEach(source -> add(records, source.path("id").asText("")));
        });
        return records;
    }

    private static void add(Set<UUID> records, String id) {
        if (RecordAddress.isId(id)) {
            records.add(UUID.fromString(id));
        }
    }
}
