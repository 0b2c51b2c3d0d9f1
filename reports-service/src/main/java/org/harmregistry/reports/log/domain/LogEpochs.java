package org.harmregistry.reports.log.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Begins histories: the first by itself, any later one only as an operator's act after the log had to halt. A new epoch
 * has a name of its own and tells in a leaf which heads went before, so that nobody takes it for the old one.
 */
@ApplicationScoped
public class LogEpochs {

    /** Names the form of leaves about epochs. */
    public static final String TYPE = "harm-registry/epoch-leaf@1";

    private static final String COLLECTION = "log-epochs";
    private static final int LONGEST_REASON = 2_000;
    private static final int NAME_LENGTH = 8;
    private static final Caller SERVICE = new Caller("reports-service", null, Set.of());

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LeafQueue queue;
    private final Witness witness;
    private final History history;
    private final JsonReading json;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final String prefix;

    public LogEpochs(UnitOfWork unitOfWork, LogHeads heads, LeafQueue queue, Witness witness, History history,
            JsonReading json, ObjectMapper mapper, Clock clock,
            @ConfigProperty(name = "registry.log.public-url") String publicUrl) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.queue = queue;
        this.witness = witness;
        this.history = history;
        this.json = json;
        this.mapper = mapper;
        this.clock = clock;
        this.prefix = publicUrl.replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "") + "/api/v1/log/";
    }

    /** @param reason why the operator begins a new epoch; everybody reads it */
    public record Beginning(String reason) {
    }

    /** The epoch that grows; the first is begun if neither the register nor the archive knows of any. */
    Uni<Epoch> current() {
        return unitOfWork.run(heads::current).chain(epoch -> epoch != null ? Uni.createFrom().item(epoch) : first());
    }

    private Uni<Epoch> first() {
        return witness.open().chain(memories -> {
            if (!memories.isEmpty()) {
                // Unless another replica has just begun it.
                return unitOfWork.run(heads::current).onItem().ifNull().failWith(
                        () -> new LogHalt(LogCondition.EARLIER_LOG_FOUND));
            }
            Epoch epoch = epoch(1, null, SERVICE);
            return unitOfWork.run(session -> begin(session, epoch, SERVICE)).chain(() -> unitOfWork.run(heads::current));
        });
    }

    /** An operator begins a new epoch; refused while the log is not halted. */
    public Uni<Epoch> begin(Caller caller, byte[] body) {
        String reason = reason(body);
        return unitOfWork.read(session -> heads.standing(session).chain(standing -> {
            if (!standing.condition().isHalted()) {
                throw Failure.of(LogFailure.LOG_INTACT);
            }
            return heads.current(session).chain(last -> last == null ? Uni.createFrom().<Witness.Memory> nullItem()
                    : heads.newest(session, last.name()).map(newest -> new Witness.Memory(last.name(), last.origin(),
                            newest == null ? TreeHead.empty() : newest.head(), null)))
                    .chain(signed -> heads.current(session)
                            .map(last -> new Halted(epoch(last == null ? 1 : last.number() + 1, reason, caller), signed)));
        })).chain(halted -> witness.open().chain(open -> begin(caller, halted.next(), ended(open, halted.signed()))));
    }

    /** The epoch to begin, and what the register itself says of the one that is to end; absent if it knows of none. */
    private record Halted(Epoch next, Witness.Memory signed) {
    }

    /** What either database remembers, and of what both remember the larger head: it may be out there. */
    private static List<Witness.Memory> ended(List<Witness.Memory> open, Witness.Memory signed) {
        List<Witness.Memory> ended = new ArrayList<>(open);
        if (signed != null && open.stream().noneMatch(memory -> memory.epoch().equals(signed.epoch())
                && memory.head().size() >= signed.head().size())) {
            ended.removeIf(memory -> memory.epoch().equals(signed.epoch()));
            ended.add(signed);
        }
        return ended;
    }

    /** The archive first: once it remembers that the old epochs ended, no state of the register can go on with them. */
    private Uni<Epoch> begin(Caller caller, Epoch epoch, List<Witness.Memory> ended) {
        return Multi.createFrom().iterable(ended)
                .onItem().transformToUniAndConcatenate(memory -> witness.end(memory, epoch.name())).collect().asList()
                .chain(() -> unitOfWork.run(session -> begin(session, epoch, caller).chain(begun -> {
                    if (!begun) {
                        throw Failure.of(LogFailure.LOG_INTACT);
                    }
                    return queue.addAllAgain(session).chain(() -> queue.add(session, leaf(epoch, ended)))
                            .chain(() -> heads.note(session, LogCondition.STARTING));
                }))).replaceWith(epoch);
    }

    private Uni<Boolean> begin(Mutiny.Session session, Epoch epoch, Caller caller) {
        return heads.begin(session, epoch).call(begun -> begun ? history.append(session, caller, List.of(change(epoch)))
                : Uni.createFrom().voidItem());
    }

    private NewLeaf leaf(Epoch epoch, List<Witness.Memory> ended) {
        ObjectNode content = mapper.createObjectNode().put("type", TYPE).put("kind", LeafKind.EPOCH.word())
                .put("origin", epoch.origin()).put("at", epoch.startedAt().toString());
        ArrayNode before = content.putArray("endedHeads");
        ended.forEach(memory -> before.addObject().put("origin", memory.origin()).put("size", memory.head().size())
                .put("root", "sha-256:" + HexFormat.of().formatHex(memory.head().root())));
        return new NewLeaf(null, LeafKind.EPOCH, CanonicalJson.canonical(content), null, epoch.startedAt());
    }

    private Epoch epoch(int number, String reason, Caller caller) {
        UUID id = UUID.randomUUID();
        String name = id.toString().substring(0, NAME_LENGTH);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Epoch(id, name, number, prefix + name, reason, caller.subject(), now);
    }

    private Change change(Epoch epoch) {
        ObjectNode snapshot = mapper.createObjectNode().put("id", epoch.id().toString()).put("name", epoch.name())
                .put("number", epoch.number()).put("origin", epoch.origin()).put("reason", epoch.reason())
                .put("startedAt", epoch.startedAt().toString());
        return new Change(COLLECTION, epoch.id(), 1, "begun", epoch.reason(), epoch.startedAt(), snapshot, false, true, null);
    }

    private String reason(byte[] body) {
        String reason = json.read(body, Beginning.class).reason();
        if (reason == null || reason.isBlank()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/reason", "Say why the old epoch cannot go on; everybody reads it.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/reason", "At most 2,000 characters.");
        }
        return reason;
    }
}
