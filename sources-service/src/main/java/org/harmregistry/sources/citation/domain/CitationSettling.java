package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.incident.domain.IncidentDirectory;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Finds out, step by step, whether cited incidents exist. Any replica may take a step: what one has claimed the others leave
 * alone. An incident is asked for once for all its citations, outside of any transaction.
 */
@ApplicationScoped
public class CitationSettling {

    private static final Logger LOG = Logger.getLogger(CitationSettling.class);
    private static final Caller SERVICE = new Caller("sources-service", null, Set.of());
    private static final int AT_ONCE = 4;
    private static final int MOST_CITATIONS = 200;

    private final UnitOfWork unitOfWork;
    private final CitedIncidents incidents;
    private final IncidentDirectory directory;
    private final Sources sources;
    private final CitationJournal journal;
    private final Clock clock;
    private final SettlingPace pace;

    public CitationSettling(UnitOfWork unitOfWork, CitedIncidents incidents, IncidentDirectory directory, Sources sources,
            CitationJournal journal, Clock clock, SettlingPace pace) {
        this.unitOfWork = unitOfWork;
        this.incidents = incidents;
        this.directory = directory;
        this.sources = sources;
        this.journal = journal;
        this.clock = clock;
        this.pace = pace;
    }

    @Scheduled(every = "${registry.settling.every}", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> settleInTurn() {
        return settleDue().onFailure().recoverWithNull();
    }

    /** Takes one step: a bounded number of incidents that are due. */
    public Uni<Void> settleDue() {
        if (!directory.isConfigured()) {
            return Uni.createFrom().voidItem();
        }
        UUID claim = UUID.randomUUID();
        return unitOfWork.run(session -> incidents.claim(session, claim, pace.lease(), pace.batch()))
                .chain(due -> due.isEmpty() ? Uni.createFrom().voidItem() : settle(claim, due));
    }

    /** What became of asking for an incident; no finding if incidents-service is in trouble. */
    private record Asked(CitedIncidents.Due due, IncidentFinding finding) {
    }

    /** A few are asked for at once, and written one after the other: units of work of one chain share its session. */
    private Uni<Void> settle(UUID claim, List<CitedIncidents.Due> due) {
        AtomicBoolean away = new AtomicBoolean();
        return Multi.createFrom().iterable(due)
                .onItem().transformToUni(each -> ask(each, away)).merge(AT_ONCE)
                .onItem().transformToUniAndConcatenate(asked -> asked.finding() == null ? Uni.createFrom().item(false)
                        : settle(claim, asked))
                .collect().last()
                .onFailure().invoke(failure -> LOG.warnf("citations wait to be verified: %s",
                        failure instanceof Failure known ? known.code().title() : "unexpected failure"))
                .onFailure().recoverWithNull()
                .chain(() -> unitOfWork.run(session -> incidents.release(session, claim, pace.whileAway())));
    }

    private Uni<Asked> ask(CitedIncidents.Due due, AtomicBoolean away) {
        if (away.get()) {
            return Uni.createFrom().item(new Asked(due, null));
        }
        return directory.ask(due.incident()).map(finding -> new Asked(due, finding)).onFailure(Failure.class)
                .recoverWithItem(() -> {
                    away.set(true);
                    return new Asked(due, null);
                });
    }

    private Uni<Boolean> settle(UUID claim, Asked asked) {
        IncidentFinding finding = asked.finding();
        UUID incident = asked.due().incident();
        // Asked as everybody, silence on an incident says nothing.
        boolean said = finding.there() || directory.seesAll();
        Duration wait = finding.there() ? pace.lookAgain() : pace.whileNotThere(asked.due().attempts());
        return unitOfWork.run(session -> incidents.settled(session, claim, incident, finding.there(), wait)
                .chain(ours -> ours && said ? apply(session, incident, finding) : Uni.createFrom().voidItem()))
                .replaceWith(true);
    }

    private Uni<Void> apply(Mutiny.Session session, UUID incident, IncidentFinding finding) {
        return incidents.otherwise(session, incident, finding, MOST_CITATIONS).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            found.forEach(citation -> citation.settle(finding, now));
            return sources.findAll(session, found.stream().map(Citation::sourceId).collect(Collectors.toSet()))
                    .chain(cited -> journal.append(session, SERVICE, found.stream().map(citation -> journal.change(citation,
                            cited.get(citation.sourceId()), "settled", cited.get(citation.sourceId()).isPublic())).toList()))
                    .chain(() -> found.size() < MOST_CITATIONS ? Uni.createFrom().voidItem()
                            : incidents.note(session, List.of(incident)));
        });
    }

    /** How often incidents are asked for. */
    @ApplicationScoped
    public static class SettlingPace {

        private static final Duration LONGEST = Duration.ofHours(24);

        private final Duration lookAgain;
        private final Duration whileAway;
        private final Duration notThere;
        private final int batch;

        public SettlingPace(@ConfigProperty(name = "registry.settling.look-again") Duration lookAgain,
                @ConfigProperty(name = "registry.settling.while-away") Duration whileAway,
                @ConfigProperty(name = "registry.settling.not-there") Duration notThere,
                @ConfigProperty(name = "registry.settling.batch") int batch) {
            this.lookAgain = lookAgain;
            this.whileAway = whileAway;
            this.notThere = notThere;
            this.batch = batch;
        }

        /** Longer than a whole batch can take. */
        Duration lease() {
            return Duration.ofSeconds(60);
        }

        int batch() {
            return batch;
        }

        Duration lookAgain() {
            return lookAgain;
        }

        Duration whileAway() {
            return whileAway;
        }

        /** An incident may arrive after its citations, from a phone that was offline for days; the waits double. */
        Duration whileNotThere(int attempts) {
            Duration wait = notThere.multipliedBy(1L << Math.min(attempts, 16));
            return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        }
    }
}
