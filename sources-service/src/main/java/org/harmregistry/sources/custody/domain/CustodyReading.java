package org.harmregistry.sources.custody.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.custody.domain.Verification.CheckpointState;
import org.harmregistry.sources.custody.domain.Verification.State;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Reads chains and checks them on the way. */
@ApplicationScoped
public class CustodyReading {

    /**
     * Entries that are read and checked at once; what comes before in a longer chain is checked only against its checkpoints.
     */
    static final int MOST_ENTRIES = 20_000;

    private final UnitOfWork unitOfWork;
    private final CustodySubjects subjects;
    private final Chains chains;
    private final Checkpoints checkpoints;
    private final CustodyKeys keys;
    private final Vertx vertx;
    private final Clock clock;

    public CustodyReading(UnitOfWork unitOfWork, CustodySubjects subjects, Chains chains, Checkpoints checkpoints,
            CustodyKeys keys, Vertx vertx, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subjects = subjects;
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.vertx = vertx;
        this.clock = clock;
    }

    private record Found(CustodySubject subject, StoredChain chain, Instant keptSince) {
    }

    /**
     * The custody of a source, checked now.
     *
     * @return fails with 404 if the source is not there for the caller, with 401 or 403 if only its custody is not
     */
    public Uni<KeptChain> read(Caller caller, UUID source) {
        return unitOfWork.run(session -> subjects.readableBy(session, caller, source)).chain(() -> check(source));
    }

    /** The same for the registry itself, also where the source is gone. */
    Uni<KeptChain> check(UUID source) {
        // The marks first: each was true when it was made, so the chain read afterwards must reach it.
        return checkpoints.marksOf(source).onFailure(Failure.class).recoverWithNull()
                .chain(marks -> unitOfWork.read(session -> find(session, source))
                        .chain(found -> vertx.executeBlocking(() -> judged(found, marks), false)));
    }

    /**
     * The same for several sources, with as few questions as one takes: the archive is asked for the marks of all of them at
     * once, and their chains are read from one state of the register.
     *
     * @param sources in the order of their ids, and all of which there may be marks between the first and the last
     */
    Uni<Map<UUID, KeptChain>> checkAll(List<UUID> sources) {
        return checkpoints.marksBetween(sources.get(0), sources.get(sources.size() - 1), MOST_ENTRIES)
                .onFailure(Failure.class).recoverWithNull()
                .chain(marks -> unitOfWork.read(session -> findAll(session, sources))
                        .chain(found -> isWhole(found, marks) ? judgedAll(found, marks) : oneByOne(sources)));
    }

    private Uni<Map<UUID, Found>> findAll(Mutiny.Session session, List<UUID> sources) {
        return subjects.findAll(session, sources).chain(there -> chains.read(session, sources, MOST_ENTRIES)
                .chain(read -> chains.keptSince(session).map(since -> sources.stream().collect(Collectors.toMap(
                        Function.identity(), source -> new Found(there.get(source), read.get(source), since))))));
    }

    /** @param marks {@code null} if the archive did not answer */
    private static boolean isWhole(Map<UUID, Found> found, Map<UUID, List<ChainHead>> marks) {
        int entries = found.values().stream().mapToInt(each -> each.chain().entries().size()).sum();
        int heads = marks == null ? 0 : marks.values().stream().mapToInt(List::size).sum();
        return entries < MOST_ENTRIES && heads < MOST_ENTRIES;
    }

    private Uni<Map<UUID, KeptChain>> judgedAll(Map<UUID, Found> found, Map<UUID, List<ChainHead>> marks) {
        return vertx.executeBlocking(() -> {
            Map<UUID, KeptChain> judged = new HashMap<>();
            found.forEach((source, each) -> judged.put(source,
                    judged(each, marks == null ? null : marks.getOrDefault(source, List.of()))));
            return judged;
        }, false);
    }

    /** Where some of the chains are too long to be held together. */
    private Uni<Map<UUID, KeptChain>> oneByOne(List<UUID> sources) {
        return Multi.createFrom().iterable(sources)
                .onItem().transformToUniAndConcatenate(source -> check(source).map(chain -> Map.entry(source, chain)))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Found> find(Mutiny.Session session, UUID source) {
        return subjects.find(session, source).chain(subject -> chains.read(session, source, MOST_ENTRIES)
                .chain(chain -> chains.keptSince(session).map(since -> new Found(subject, chain, since))));
    }

    /** @param marks {@code null} if the archive did not answer */
    private KeptChain judged(Found found, List<ChainHead> marks) {
        StoredChain chain = found.chain();
        ChainFlaw flaw = ChainCheck.firstFlaw(chain, marks == null ? List.of() : marks, keys);
        boolean expected = found.subject() != null && !found.subject().recordedAt().isBefore(found.keptSince());
        if (flaw == null && chain.isEmpty() && expected) {
            flaw = new ChainFlaw(1, ChainFlaw.Kind.HEAD_MISSING);
        }
        State state = flaw != null ? State.BROKEN : chain.isEmpty() ? State.UNRECORDED : State.INTACT;
        long checkpointed = marks == null || marks.isEmpty() ? 0 : marks.get(marks.size() - 1).length();
        return new KeptChain(found.subject(), chain.entries(), new Verification(state, flaw, chain.from(), chain.end(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), standing(flaw, marks), checkpointed));
    }

    private static CheckpointState standing(ChainFlaw flaw, List<ChainHead> marks) {
        if (marks == null) {
            return CheckpointState.UNAVAILABLE;
        }
        if (flaw != null && (flaw.kind() == ChainFlaw.Kind.CHECKPOINT_MISMATCH
                || flaw.kind() == ChainFlaw.Kind.CHECKPOINT_CHANGED)) {
            return CheckpointState.MISMATCHED;
        }
        return marks.isEmpty() ? CheckpointState.NONE : CheckpointState.MATCHED;
    }
}
