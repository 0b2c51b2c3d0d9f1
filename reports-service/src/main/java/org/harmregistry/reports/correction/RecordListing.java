package org.harmregistry.reports.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
        return frozen(figures).chain(lists -> {
            Set<UUID> records = named(figures);
            lists.forEach(lines -> new String(lines, StandardCharsets.UTF_8).lines()
                    .forEach(line -> add(records, line.substring(0, Math.max(0, line.indexOf(':'))))));
            return Multi.createFrom().iterable(parts(records))
                    .onItem().transformToUniAndConcatenate(part -> unitOfWork
                            .run(session -> store.list(session, edition.id(), part)))
                    .collect().last()
                    .chain(() -> unitOfWork.run(session -> store.listed(session, edition.id())));
        });
    }

    private Uni<List<byte[]>> frozen(JsonNode figures) {
        Set<String> digests = new LinkedHashSet<>();
        figures.forEach(figure -> {
            if (figure.path("records").has("digest")) {
                digests.add(figure.path("records").path("digest").textValue());
            }
        });
        return Multi.createFrom().iterable(digests)
                .onItem().transformToUniAndConcatenate(digest -> archive.find(digest).map(found -> found.orElse(new byte[0])))
                .collect().asList();
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

    private static List<List<UUID>> parts(Set<UUID> records) {
        List<UUID> all = List.copyOf(records);
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PART) {
            parts.add(all.subList(from, Math.min(all.size(), from + PART)));
        }
        return parts;
    }
}
