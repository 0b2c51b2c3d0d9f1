package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.inquiry.Inquiries;
import org.harmregistry.reports.inquiry.Inquiry;
import org.harmregistry.reports.inquiry.InquiryKind;
import org.harmregistry.reports.inquiry.InquiryWork;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/**
 * Makes an edition's figures again from the registry as of its instant. It costs the other services as much as an edition, so
 * staff alone may ask, and few at once.
 */
@ApplicationScoped
public class Recomputing implements InquiryWork {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final Editions editions;
    private final EditionCollection collection;
    private final EditionContents contents;
    private final CostlyWork costly;
    private final Inquiries inquiries;
    private final JsonReading json;
    private final Clock clock;

    public Recomputing(UnitOfWork unitOfWork, EditionStore store, Editions editions, EditionCollection collection,
            EditionContents contents, CostlyWork costly, Inquiries inquiries, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.editions = editions;
        this.collection = collection;
        this.contents = contents;
        this.costly = costly;
        this.inquiries = inquiries;
        this.json = json;
        this.clock = clock;
    }

    public Uni<Recomputation> recompute(Caller caller, UUID id) {
        return askable(caller, id).chain(edition -> costly.within(LIMIT, make(edition)));
    }

    /** Asks for a recomputation that nobody waits for. */
    public Uni<Answer> ask(Caller caller, UUID id, String key, Function<Inquiry, Answer> answer) {
        IdempotentCall call = IdempotentCall.of(caller, "recomputeEdition " + id, key, null);
        return askable(caller, id).chain(edition -> inquiries.ask(
                new Inquiries.Question(InquiryKind.RECOMPUTATION, id.toString(), null, call), answer));
    }

    @Override
    public InquiryKind kind() {
        return InquiryKind.RECOMPUTATION;
    }

    @Override
    public Uni<Recomputation> answer(String edition, String wanted) {
        return unitOfWork.run(session -> store.find(session, UUID.fromString(edition))).chain(this::make);
    }

    private Uni<Edition> askable(Caller caller, UUID id) {
        return editions.get(caller, id).invoke(edition -> {
            InquiryKind.RECOMPUTATION.require(caller);
            if (edition.madeFrom() == null) {
                throw Failure.of(CommonFailure.CONFLICT_WITH_STATE,
                        "It has no figures yet, or was made before its definition was kept.");
            }
        });
    }

    private Uni<Recomputation> make(Edition edition) {
        return collection.collect(edition, contents.definition(edition), edition.effectiveAt())
                .map(document -> compare(edition, json.tree(document.figures())));
    }

    private Recomputation compare(Edition edition, JsonNode figures) {
        String digest = CanonicalJson.digest(figures.toString());
        Map<String, JsonNode> before = byKey(json.read(edition.figures().getBytes(StandardCharsets.UTF_8), JsonNode.class));
        Map<String, JsonNode> now = byKey(json.read(figures.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class));
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        List<String> differing = keys.stream().filter(key -> !Objects.equals(before.get(key), now.get(key))).toList();
        return new Recomputation(edition.id(), edition.effectiveAt(), edition.digest(), digest, digest.equals(edition.digest()),
                differing, clock.instant());
    }

    private static Map<String, JsonNode> byKey(JsonNode figures) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        figures.forEach(figure -> found.put(figure.path("key").asText(), figure));
        return found;
    }
}
