package org.harmregistry.reports.log.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.database.WhereAsked;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Shows each published checkpoint to each outside witness, in their order, and keeps what it says of them. Nothing waits for
 * it:
 * what a witness that was away missed is shown to it afterwards. Every replica may do this; a witness refuses what it has seen.
 */
@ApplicationScoped
public class CosigningStep {

    private static final Logger LOG = Logger.getLogger(CosigningStep.class);
    private static final int AT_ONCE = 50;
    private static final int CONFLICT = 409;
    private static final int SUCCESS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Clocks differ by some minutes; a time beyond that says nothing. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LogTree tree;
    private final Cosigners cosigners;
    private final Cosignatures cosignatures;
    private final Cosigning cosigning;
    private final Clock clock;
    private final Duration shortest;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    public CosigningStep(UnitOfWork unitOfWork, LogHeads heads, LogTree tree, Cosigners cosigners, Cosignatures cosignatures,
            Cosigning cosigning, Clock clock,
            @ConfigProperty(name = "registry.log.witness-pause") Duration shortest) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.tree = tree;
        this.cosigners = cosigners;
        this.cosignatures = cosignatures;
        this.cosigning = cosigning;
        this.clock = clock;
        this.shortest = shortest;
    }

    /** A witness that did not take a checkpoint is left alone for a while, which grows. */
    private record Pause(Instant until, Duration length) {
    }

    /** A checkpoint to show, and the request that shows it. */
    private record Showing(Checkpoint checkpoint, long old, String request) {
    }

    /** Goes on with each witness whose pause is over. */
    public Uni<Void> run() {
        return Multi.createFrom().iterable(cosigners.all()).filter(this::isDue)
                .onItem().transformToUniAndConcatenate(this::goOn).collect().last()
                .replaceWithVoid();
    }

    private boolean isDue(Cosigner cosigner) {
        Pause pause = pauses.get(cosigner.name());
        return pause == null || !clock.instant().isBefore(pause.until());
    }

    private Uni<Void> goOn(Cosigner cosigner) {
        AtomicInteger shown = new AtomicInteger();
        return Multi.createBy().repeating().uni(() -> next(cosigner))
                .whilst(more -> more && shown.incrementAndGet() < AT_ONCE).collect().last().replaceWithVoid();
    }

    /** Shows the next checkpoint; false if there is none, or it was not taken. */
    private Uni<Boolean> next(Cosigner cosigner) {
        return unitOfWork.read(session -> heads.current(session).chain(epoch -> epoch == null
                ? Uni.createFrom().<Showing> nullItem()
                : cosignatures.reached(session, epoch.name())
                        .map(reached -> Cosignatures.Reached.in(reached, cosigner).map(Cosignatures.Reached::size).orElse(0L))
                        .chain(known -> showing(session, epoch.name(), known, known + 1))))
                .chain(showing -> showing == null ? Uni.createFrom().item(false) : show(cosigner, showing, true));
    }

    /** The smallest checkpoint of at least a size; {@code null} if there is none. */
    private Uni<Showing> showing(Mutiny.Session session, String epoch, long old, long least) {
        return heads.covering(session, epoch, Math.max(least, 1) - 1).chain(checkpoint -> {
            if (checkpoint == null || old > checkpoint.head().size()) {
                return Uni.createFrom().nullItem();
            }
            List<Span> path = Span.consistency(old, checkpoint.head().size());
            return tree.nodes(session, epoch, TreeNodes.needed(path)).map(TreeNodes::new)
                    .map(nodes -> new Showing(checkpoint, old, request(old, nodes.hashes(path), checkpoint.note())));
        });
    }

    private static String request(long old, List<byte[]> path, String note) {
        List<String> lines = new ArrayList<>(List.of("old " + old));
        path.forEach(hash -> lines.add(Base64.getEncoder().encodeToString(hash)));
        return String.join("\n", lines) + "\n\n" + note;
    }

    private Uni<Boolean> show(Cosigner cosigner, Showing showing, boolean first) {
        return WhereAsked.goOn(cosigning.add(cosigner, showing.request()).onFailure().recoverWithItem(Cosigning.Answer.NONE))
                .chain(answer -> taken(cosigner, showing, first, answer));
    }

    private Uni<Boolean> taken(Cosigner cosigner, Showing showing, boolean first, Cosigning.Answer answer) {
        if (answer.status() == CONFLICT && first && answer.text().strip().matches("0|[1-9][0-9]{0,17}")) {
            return showAgain(cosigner, showing.checkpoint().epoch(), Long.parseLong(answer.text().strip()));
        }
        if (answer.status() == SUCCESS) {
            return keep(cosigner, showing.checkpoint(), answer.text());
        }
        return refused(cosigner, answer == Cosigning.Answer.NONE ? "does not answer"
                : "refused a checkpoint with status " + answer.status());
    }

    /** It knows another size than the register remembers; if it is larger than any here, nothing can be shown to it. */
    private Uni<Boolean> showAgain(Cosigner cosigner, String epoch, long known) {
        return unitOfWork.read(session -> showing(session, epoch, known, known)).chain(showing -> showing == null
                ? refused(cosigner, "has seen a larger tree than the register holds")
                : show(cosigner, showing, false));
    }

    private Uni<Boolean> keep(Cosigner cosigner, Checkpoint checkpoint, String lines) {
        Optional<Cosigner.Cosignature> found = cosigner.cosignature(checkpoint.body(), lines)
                .filter(one -> !one.at().isAfter(clock.instant().plus(AHEAD)));
        if (found.isEmpty()) {
            return refused(cosigner, "answered without a cosignature that holds");
        }
        if (pauses.remove(cosigner.name()) != null) {
            LOG.infof("the witness %s cosigns again", cosigner.name());
        }
        return unitOfWork.run(session -> cosignatures.add(session, checkpoint, cosigner.name(), found.get())).replaceWith(true);
    }

    private Uni<Boolean> refused(Cosigner cosigner, String how) {
        pause(cosigner, how);
        return Uni.createFrom().item(false);
    }

    private void pause(Cosigner cosigner, String how) {
        Pause before = pauses.get(cosigner.name());
        Duration length = before == null ? shortest : before.length().multipliedBy(2);
        length = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        pauses.put(cosigner.name(), new Pause(clock.instant().plus(length), length));
        if (before == null) {
            LOG.warnf("the witness %s %s. See docs/log.md.", cosigner.name(), how);
        }
    }
}
