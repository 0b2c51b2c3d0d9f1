package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.DigestOfPieces;
import org.harmregistry.reports.archive.Archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Recomputes every digest of an edition from what is stored now; damage is an answer here, not a failure. */
@ApplicationScoped
public class Verifying {

    private final Editions editions;
    private final Archive archive;
    private final EditionLogging log;
    private final ObjectMapper mapper;
    private final Clock clock;

    public Verifying(Editions editions, Archive archive, EditionLogging log, ObjectMapper mapper, Clock clock) {
        this.editions = editions;
        this.archive = archive;
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
    }

    private record Frozen(String digest, int count, List<String> figures) {
    }

    public Uni<Verification> verify(Edition edition) {
        String recomputed = CanonicalJson.digest(edition.figures());
        return files(edition).chain(files -> records(edition).chain(records -> log.places(edition)
                .map(places -> new Verification(edition.id(), edition.digest(), recomputed,
                        recomputed.equals(edition.digest()) && files.stream().allMatch(Verification.FileCheck::matches)
                                && records.stream().allMatch(Verification.RecordsCheck::matches)
                                && places.stream().noneMatch(place -> Boolean.FALSE.equals(place.matches())),
                        files, records, places, clock.instant()))));
    }

    private Uni<List<Verification.FileCheck>> files(Edition edition) {
        return Multi.createFrom().iterable(editions.files(edition))
                .onItem().transformToUniAndConcatenate(file -> archive.find(file.digest()).map(found -> {
                    String now = found.map(CanonicalJson::digest).orElse(null);
                    return new Verification.FileCheck(file.format(),
                            file.language() == null ? edition.language() : file.language(), file.digest(), now,
                            file.digest().equals(now));
                })).collect().asList();
    }

    private Uni<List<Verification.RecordsCheck>> records(Edition edition) {
        return Multi.createFrom().iterable(frozen(edition))
                .onItem().transformToUniAndConcatenate(list -> archive.pieces(list.digest())
                        .collect().in(ArchivedList::new, ArchivedList::add).map(found -> {
                            String now = found.digest();
                            return new Verification.RecordsCheck(list.digest(), list.count(), list.figures(), now,
                                    list.digest().equals(now) && found.lines == list.count());
                        }))
                .collect().asList();
    }

    /** A list as it lies in the archive, piece by piece. */
    private static final class ArchivedList {

        private final DigestOfPieces digest = new DigestOfPieces();
        private boolean there;
        private long lines;

        private void add(byte[] piece) {
            there = true;
            digest.add(piece);
            for (byte unit : piece) {
                lines += unit == '\n' ? 1 : 0;
            }
        }

        private String digest() {
            return there ? digest.value() : null;
        }
    }

    /** The lists that figures name, each once, with the figures that name it. */
    private List<Frozen> frozen(Edition edition) {
        Map<String, Frozen> lists = new LinkedHashMap<>();
        for (JsonNode figure : figures(edition)) {
            JsonNode records = figure.path("records");
            if (records.has("digest")) {
                lists.computeIfAbsent(records.get("digest").textValue(),
                        digest -> new Frozen(digest, records.path("count").intValue(), new ArrayList<>()))
                        .figures().add(figure.path("key").textValue());
            }
        }
        return List.copyOf(lists.values());
    }

    private JsonNode figures(Edition edition) {
        try {
            return mapper.readTree(edition.figures());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
