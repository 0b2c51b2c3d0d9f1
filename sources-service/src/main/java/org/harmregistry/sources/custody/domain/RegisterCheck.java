package org.harmregistry.sources.custody.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.database.UnitOfWork;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Goes through all chains and checkpoints in turn, a few at a time, and begins again. One replica at a time does it. */
@ApplicationScoped
public class RegisterCheck {

    private static final Logger LOG = Logger.getLogger(RegisterCheck.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int CHECKPOINTS = 20;

    /** Of so many steps beside imports one is taken. */
    private static final int MOST_PUT_OFF = 15;

    private final UnitOfWork unitOfWork;
    private final CustodyReading reading;
    private final CustodySubjects subjects;
    private final Chains chains;
    private final Checkpoints checkpoints;
    private final CustodyFindings findings;
    private final CustodyKeys keys;
    private final Clock clock;
    private final BulkImport imports;
    private final int atOnce;
    private int putOff;

    public RegisterCheck(UnitOfWork unitOfWork, CustodyReading reading, CustodySubjects subjects, Chains chains,
            Checkpoints checkpoints, CustodyFindings findings, CustodyKeys keys, Clock clock,
            BulkImport imports,
            @ConfigProperty(name = "registry.custody.check-at-once") int atOnce) {
        this.unitOfWork = unitOfWork;
        this.reading = reading;
        this.subjects = subjects;
        this.chains = chains;
        this.checkpoints = checkpoints;
        this.findings = findings;
        this.keys = keys;
        this.clock = clock;
        this.imports = imports;
        this.atOnce = atOnce;
    }

    private record Looked(CustodyRound round, List<CustodyFinding> found) {
    }

    /**
     * Checks the next sources and checkpoints.
     *
     * @return the round as it stands then; {@code null} if somebody else is at it
     */
    public Uni<CustodyRound> step() {
        Instant now = now();
        return unitOfWork.run(session -> findings.claim(session, now, now.plus(LEASE))).chain(round -> round == null
                ? Uni.createFrom().nullItem()
                : look(round).chain(looked -> unitOfWork.run(session -> findings.note(session, looked.found())
                        .chain(() -> findings.move(session, looked.round(), now()))).replaceWith(looked.round())));
    }

    private Uni<Looked> look(CustodyRound round) {
        return next(round.source()).chain(sources -> checked(sources)
                .chain(found -> checkpoints.from(Math.max(1, round.checkpoint()), CHECKPOINTS + 1)
                        .chain(list -> Multi.createFrom().range(0, list.size())
                                .onItem().transformToUniAndConcatenate(i -> checked(list, i, round.checkpoint())).collect()
                                .asList()
                                .map(wrong -> looked(round, sources, list, found, wrong)))));
    }

    private Looked looked(CustodyRound round, List<UUID> sources, List<Checkpoint> list, List<CustodyFinding> found,
            List<List<CustodyFinding>> wrong) {
        List<CustodyFinding> all = new ArrayList<>(found);
        wrong.forEach(all::addAll);
        if (!all.isEmpty()) {
            CustodyFinding first = all.get(0);
            LOG.errorf("custody is broken %d times among the last checked, first of %s at %d: %s", all.size(),
                    first.source() == null ? "the checkpoints" : "source " + first.source(), first.flaw().sequence(),
                    first.flaw().kind().word());
        }
        long checkpoint = list.isEmpty() ? round.checkpoint() : list.get(list.size() - 1).number();
        boolean done = sources.isEmpty() && checkpoint == round.checkpoint();
        return new Looked(done ? round.next(now())
                : round.movedTo(sources.isEmpty() ? round.source() : sources.get(sources.size() - 1), checkpoint,
                        sources.size()),
                all);
    }

    /** The next sources, also such as only a chain or a checkpoint knows. PostgreSQL and text order ids alike. */
    private Uni<List<UUID>> next(UUID after) {
        return unitOfWork.run(session -> subjects.after(session, after, atOnce)
                .chain(there -> chains.sourcesAfter(session, after, atOnce)
                        .map(chained -> Stream.concat(there.stream(), chained.stream()).toList())))
                .chain(there -> checkpoints.sourcesAfter(after, atOnce).map(marked -> Stream
                        .concat(there.stream(), marked.stream()).distinct().sorted(Comparator.comparing(UUID::toString))
                        .limit(atOnce)
                        .toList()));
    }

    private Uni<List<CustodyFinding>> checked(List<UUID> sources) {
        return sources.isEmpty() ? Uni.createFrom().item(List.of())
                : reading.checkAll(sources).map(chains -> chains.entrySet().stream()
                        .filter(chain -> chain.getValue().verification().flaw() != null)
                        .map(chain -> CustodyFinding.of(chain.getKey(), chain.getValue().verification().flaw(), now()))
                        .toList());
    }

    /** Whether a checkpoint is ours, follows the one before, and keeps the heads that it says. */
    private Uni<List<CustodyFinding>> checked(List<Checkpoint> list, int index, long known) {
        Checkpoint checkpoint = list.get(index);
        Checkpoint before = index == 0 ? null : list.get(index - 1);
        if (checkpoint.number() == known) {
            return Uni.createFrom().item(List.of());
        }
        long expected = before == null ? known + 1 : before.number() + 1;
        if (checkpoint.number() != expected) {
            return Uni.createFrom().item(List.of(CustodyFinding.of(expected, ChainFlaw.Kind.REMOVED, now())));
        }
        boolean linked = before == null ? checkpoint.previous() == null : before.hash().equals(checkpoint.previous());
        return checkpoints.headsOf(checkpoint).map(heads -> checkpoint.isOurs(keys) && linked
                && heads.size() == checkpoint.chains() && Checkpoint.rootOf(heads).equals(checkpoint.root()) ? List.of()
                        : List.of(CustodyFinding.of(checkpoint.number(), ChainFlaw.Kind.CHECKPOINT_CHANGED, now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Scheduled(every = "${registry.custody.check-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> stepInTurn() {
        return isPutOff() ? Uni.createFrom().voidItem() : checkNext();
    }

    /**
     * An import writes into the archive, which a check reads much of: it lets the import go first, but not for ever, for who
     * imports without end must not stop it.
     */
    private boolean isPutOff() {
        putOff = imports.isRunning() ? (putOff + 1) % MOST_PUT_OFF : 0;
        return putOff != 0;
    }

    private Uni<Void> checkNext() {
        return step().onFailure().invoke(failure -> LOG.warnf("the custody of the register could not be checked further: %s",
                failure.getClass().getSimpleName())).onFailure().recoverWithNull().replaceWithVoid();
    }
}
