package org.harmregistry.sources.duplicate.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Names possible duplicates, and takes what analysts say of them. */
@ApplicationScoped
public class DuplicateRegister {

    /** The name under which decisions stand in the history. */
    static final String COLLECTION = "duplicate-decisions";
    private static final int MOST_NAMED = 50;
    private static final int MOST_OF_ONE_KEY = 500;

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Likenesses likenesses;
    private final DuplicateDecisions decisions;
    private final History history;
    private final JsonReading json;
    private final Clock clock;

    public DuplicateRegister(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Likenesses likenesses,
            DuplicateDecisions decisions, History history, JsonReading json, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.likenesses = likenesses;
        this.decisions = decisions;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** At most 50 possible duplicates of a source among those that the caller may see, the likeliest first. */
    public Uni<List<PossibleDuplicate>> of(Caller caller, UUID id) {
        return unitOfWork.run(session -> sources.find(session, id, caller)
                .map(found -> SourceAccess.visible(found, caller))
                .chain(source -> alike(session, caller, source)
                        .chain(alike -> decisions.of(session, id)
                                .chain(decided -> named(session, caller, source, alike, decided)))));
    }

    private Uni<List<Alike>> alike(Mutiny.Session session, Caller caller, Source source) {
        return likenesses.alike(session, source.id()).chain(alike -> sources
                .withSameKey(session, source, caller, MOST_OF_ONE_KEY).map(same -> {
                    List<Alike> all = new ArrayList<>(alike.stream().filter(Alike::isNamed).toList());
                    same.forEach(each -> all.add(new Alike(each.id(), DuplicateReason.SAME_CANONICAL_KEY, 1)));
                    return all;
                }));
    }

    /** Who may see a source is asked of the source itself; what the reader may not see takes no place in the list. */
    private Uni<List<PossibleDuplicate>> named(Mutiny.Session session, Caller caller, Source source, List<Alike> alike,
            Map<UUID, DuplicateDecision> decided) {
        Map<UUID, List<Alike>> bySource = new HashMap<>();
        alike.forEach(each -> bySource.computeIfAbsent(each.source(), first -> new ArrayList<>()).add(each));
        Set<UUID> others = new HashSet<>(bySource.keySet());
        decided.forEach((other, decision) -> {
            if (decision.verdict() == Verdict.CONFIRMED) {
                others.add(other);
            }
        });
        return sources.findAll(session, others).map(found -> found.values().stream()
                .filter(other -> other.isVisibleTo(caller))
                .filter(other -> !decided.containsKey(other.id()) || !decided.get(other.id()).silences(source, other))
                .map(other -> PossibleDuplicate.of(other.id(),
                        told(caller, source, other, bySource.getOrDefault(other.id(), List.of())), decided.get(other.id())))
                .filter(PossibleDuplicate::isNamed)
                .sorted(PossibleDuplicate.BEST_FIRST).limit(MOST_NAMED).toList());
    }

    /** What is alike in parts that the reader does not see of both is not told. */
    private static List<Alike> told(Caller caller, Source one, Source other, List<Alike> alike) {
        return alike.stream().filter(each -> each.reason().isTold(caller, one) && each.reason().isTold(caller, other)).toList();
    }

    /**
     * What an analyst says of a pair; named by machine or not.
     *
     * @param verdict reads verdict and reason out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again
     */
    public Uni<Answer> decide(IdempotentCall call, UUID id, UUID other, Supplier<Decided> verdict,
            Function<DuplicateDecision, Answer> answer) {
        Caller caller = call.caller();
        return unitOfWork.run(session -> sources.findAllForChange(session, new TreeSet<>(List.of(id, other))).chain(found -> {
            Source one = SourceAccess.visible(found.get(id), caller);
            Source two = SourceAccess.visible(found.get(other), caller);
            caller.require(Role.ANALYST);
            if (id.equals(other)) {
                throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "A source is no duplicate of itself.");
            }
            Decided decided = verdict.get();
            return idempotency.once(session, call, () -> {
                DuplicateDecision decision = new DuplicateDecision(UuidVersion7Strategy.INSTANCE.generateUuid(null), one, two,
                        decided.verdict(), decided.reason(), caller, clock.instant().truncatedTo(ChronoUnit.MICROS));
                return decisions.add(session, decision)
                        .chain(() -> history.append(session, caller, List.of(change(decision, caller))))
                        .map(done -> answer.apply(decision));
            });
        }));
    }

    private Change change(DuplicateDecision decision, Caller caller) {
        ObjectNode snapshot = json.emptyObject();
        snapshot.put("firstSource", decision.firstSource().toString()).put("secondSource", decision.secondSource().toString())
                .set("verdict", json.tree(decision.verdict()));
        return new Change(COLLECTION, decision.id(), 1, decision.verdict().name().toLowerCase(Locale.ROOT),
                decision.reason(), decision.decidedAt(), snapshot, false, false, caller.requiredOrganisation());
    }

    /** An analyst's word on a pair. */
    public record Decided(Verdict verdict, String reason) {
    }
}
