package org.harmregistry.incidents.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.HttpHeaders;

import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Creates, reads and changes the records of one kind: the order of refusals, preconditions, versions, and the revision and
 * change row in the transaction of the change. What is particular about the kind it is told by its {@link RecordKind}.
 */
public final class RecordKeeping<C extends RecordContent, R extends StoredRecord<C>, V extends RecordView> {

    private final RecordTools tools;
    private final RecordKind<C, R, V> kind;
    private final RecordReading<C> reading;
    private final PastRecords<C, R, V> past;

    public RecordKeeping(RecordTools tools, RecordKind<C, R, V> kind) {
        this.tools = tools;
        this.kind = kind;
        this.reading = new RecordReading<>(tools.json, kind.contentType(), kind.derived());
        this.past = new PastRecords<>(tools, kind);
    }

    /** Creates a record under a key of ours; a repetition with the same idempotency key gives the first answer again. */
    public Uni<Answer> create(Caller caller, String party, byte[] body, String idempotencyKey) {
        return tools.unitOfWork.run(session -> mayWrite(session, caller, party).chain(() -> {
            C content = reading.whole(body);
            String operation = "create-" + kind.collection() + (party == null ? "" : "/" + party);
            IdempotentCall call = IdempotentCall.of(caller, operation, idempotencyKey, body);
            return tools.idempotency.once(session, call,
                    () -> insert(session, caller, kind.newKey(content), party, content));
        })).onFailure(RecordKeeping::isTaken).transform(failure -> kind.met());
    }

    /**
     * Creates a record under a key of the client's.
     *
     * @throws Failure 412 {@code already_created} if the same caller sends the same again, {@code id_taken} for anything else
     */
    public Uni<Answer> createAs(Caller caller, String party, Function<C, Object> key, String ifNoneMatch, byte[] body) {
        Uni<Answer> once = tools.unitOfWork.run(session -> mayWrite(session, caller, party).chain(() -> {
            C content = reading.whole(body);
            Object chosen = key.apply(content);
            Preconditions.requireCreation(ifNoneMatch);
            return session.find(kind.rowType(), chosen).chain(existing -> existing == null
                    ? insert(session, caller, chosen, party, content)
                    : refuseSecond(session, caller, party, content, existing));
        }));
        // Somebody else took the key while we wrote: the second look finds the record and says which refusal it is.
        return once.onFailure(RecordKeeping::isTaken).retry().atMost(1);
    }

    /**
     * Reads a record, as it is or as it was.
     *
     * @throws Failure 404 if it is not there, or was not then
     */
    public Uni<V> read(String party, Object key, Clocks asked) {
        return tools.horizon.effective(asked.asOf()).chain(asOf -> tools.unitOfWork.run(session -> session
                .find(kind.rowType(), key)
                .chain(row -> asOf == null ? Uni.createFrom().item(row)
                        : past.row(session, visible(row, party).id(), asOf))
                .map(row -> new Kept<>(row, kept(visible(row, party)).content(), asOf))
                .chain(kept -> view(session, kept, asked.at(asOf)))));
    }

    /** Changes a record by a merge patch; a patch that changes nothing makes no version. */
    public Uni<V> change(Caller caller, String party, Object key, String ifMatch, byte[] patch) {
        return tools.unitOfWork.run(session -> session.find(kind.rowType(), key, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    Kept<C, R> before = kept(visible(row, party));
                    caller.require(kind.writers());
                    C after = reading.patched(row.keeping().content(), patch);
                    return view(session, before, Clocks.PRESENT)
                            .invoke(current -> Preconditions.requireMatch(ifMatch, current.tag()))
                            .chain(current -> after.equals(before.content()) ? Uni.createFrom().item(current)
                                    : update(session, caller, row, after));
                }));
    }

    /** Reads a row's content. */
    public Kept<C, R> kept(R row) {
        return new Kept<>(row, reading.stored(row.keeping().content()));
    }

    private Uni<Void> mayWrite(Mutiny.Session session, Caller caller, String party) {
        return kind.requireParty(session, party).invoke(() -> caller.require(kind.writers()));
    }

    private Uni<Answer> insert(Mutiny.Session session, Caller caller, Object key, String party, C content) {
        return add(session, caller, key, party, content)
                .chain(row -> view(session, new Kept<>(row, content), Clocks.PRESENT)
                        .map(view -> new Answer(201, kind.address(row), view.tag(), tools.json.tree(view).toString())));
    }

    /** Adds a record below a party that is there. */
    Uni<R> add(Mutiny.Session session, Caller caller, Object key, String party, C content) {
        content.check();
        R row = kind.row(key, party, content,
                Keeping.begin(reading.written(content), reading.digest(content), caller.subject(), now()));
        row.show(content);
        return kind.checkReferences(session, row, content)
                .chain(() -> session.persist(row))
                .chain(() -> append(session, caller, row, "created"))
                .chain(() -> findBy(session, row, List.of(), content))
                .replaceWith(row);
    }

    private Uni<V> update(Mutiny.Session session, Caller caller, R row, C content) {
        return correct(session, caller, row, content)
                .chain(() -> view(session, new Kept<>(row, content), Clocks.PRESENT));
    }

    /** Gives a locked record other content. */
    Uni<Void> correct(Mutiny.Session session, Caller caller, R row, C content) {
        content.check();
        List<ExternalId> before = kept(row).content().externalIds();
        return kind.checkReferences(session, row, content)
                .invoke(() -> {
                    row.keeping().change(reading.written(content), now());
                    row.show(content);
                })
                .chain(() -> append(session, caller, row, "changed"))
                .chain(() -> findBy(session, row, before, content));
    }

    private Uni<Void> findBy(Mutiny.Session session, R row, List<ExternalId> before, C content) {
        return tools.externalIds.replace(session, kind.collection(), row.id(), ExternalId.keys(before),
                ExternalId.keys(content.externalIds()));
    }

    private Uni<Answer> refuseSecond(Mutiny.Session session, Caller caller, String party, C content, R existing) {
        boolean same = existing.keeping().wasCreatedWith(reading.digest(content), caller.subject())
                && (party == null || party.equals(existing.party()));
        if (!same) {
            return Uni.createFrom().failure(Failure.of(CommonFailure.ID_TAKEN));
        }
        return view(session, kept(existing), Clocks.PRESENT).map(view -> {
            throw Failure.of(CommonFailure.ALREADY_CREATED).with(HttpHeaders.ETAG, view.tag())
                    .with(HttpHeaders.LOCATION, kind.address(existing));
        });
    }

    /** Writes what another act of the registry made of a locked record; the act's reason stands in its history. */
    public Uni<Void> rewrite(Mutiny.Session session, Caller caller, R row, C content, String what, String reason) {
        row.keeping().change(reading.written(content), now());
        row.show(content);
        return append(session, caller, row, what, reason);
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, R row, String what) {
        return append(session, caller, row, what, null);
    }

    private Uni<Void> append(Mutiny.Session session, Caller caller, R row, String what, String reason) {
        Keeping keeping = row.keeping();
        Change change = new Change(kind.collection(), row.id(), keeping.version(), what, reason, keeping.updatedAt(),
                reading.snapshot(row), !"created".equals(what), true, caller.organisation());
        return tools.history.append(session, caller,
                List.of(change.withDerived(tools.json.tree(row.columns().values()))));
    }

    private Uni<V> view(Mutiny.Session session, Kept<C, R> kept, Clocks clocks) {
        return kind.views(session, List.of(kept), clocks).map(views -> views.get(0));
    }

    static <R extends StoredRecord<?>> R visible(R row, String party) {
        if (row == null || party != null && !party.equals(row.party())) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return row;
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof Failure known && known.code() == CommonFailure.ID_TAKEN && known.violations().isEmpty();
    }

    private Instant now() {
        return tools.clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
