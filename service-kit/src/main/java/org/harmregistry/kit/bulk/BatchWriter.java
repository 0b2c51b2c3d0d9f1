package org.harmregistry.kit.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureKind;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Writes a batch in one transaction, and row by row if one of its rows breaks it. */
@ApplicationScoped
public class BatchWriter {

    private static final Logger LOG = Logger.getLogger("registry.bulk");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Takes the transaction's number before anything is read: it may run long, and the horizon of the past must know it. */
    private static final String TAKE_NUMBER = "select cast(pg_current_xact_id() as text)";

    private final UnitOfWork unitOfWork;

    public BatchWriter(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Does what has to be there before the rows of a batch are; another batch may be written meanwhile. */
    <T> void prepare(Batch<T> batch) {
        await(() -> prepare(batch, List.copyOf(batch.rows())));
    }

    /**
     * The results of a batch in the order of its lines.
     *
     * @param prepared that the batch is prepared
     */
    <T> List<RowResult> write(Batch<T> batch, Future<?> prepared) {
        List<RowResult> results = new ArrayList<>(batch.refused());
        if (!batch.rows().isEmpty()) {
            results.addAll(writeTogether(batch, prepared));
        }
        results.sort(Comparator.comparingLong(RowResult::line));
        return results;
    }

    private <T> List<RowResult> writeTogether(Batch<T> batch, Future<?> prepared) {
        try {
            outcome(prepared);
            List<BulkRow<T>> rows = List.copyOf(batch.rows());
            return await(() -> inTransaction(batch, rows));
        } catch (RuntimeException e) {
            throwUnlessRowsMayDo(e);
        }
        List<RowResult> results = new ArrayList<>();
        batch.rows().forEach(row -> results.addAll(writeAlone(batch, row)));
        return results;
    }

    /** What work on another thread came to: its result, or its failure as if it had been done here. */
    static <T> T outcome(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T> List<RowResult> writeAlone(Batch<T> batch, BulkRow<T> row) {
        Failure why;
        try {
            return await(() -> prepare(batch, List.of(row)).chain(() -> inTransaction(batch, List.of(row))));
        } catch (Failure failure) {
            throwIfNobodysFault(failure);
            why = failure;
        } catch (RuntimeException e) {
            LOG.errorf("line %d of an import was refused for an unexpected cause", row.line());
            LOG.debugf(e, "cause at line %d", row.line());
            why = Failure.of(CommonFailure.UNEXPECTED);
        }
        return List.of(RowResult.refused(row.line(), batch.work().keyOf(row.value()), why));
    }

    /** A transaction that another one was preferred to may go through in smaller ones. */
    private static void throwUnlessRowsMayDo(RuntimeException e) {
        if (!(e instanceof Failure failure && failure.code() == CommonFailure.OVERLOADED)) {
            throwIfNobodysFault(e);
        }
    }

    /** If the database is away, no row is to blame: the whole import is answered 503 and can be sent again. */
    private static void throwIfNobodysFault(RuntimeException e) {
        if (e instanceof Failure failure && failure.code().kind() == FailureKind.UNAVAILABLE) {
            throw failure;
        }
    }

    private <T> Uni<List<RowResult>> inTransaction(Batch<T> batch, List<BulkRow<T>> rows) {
        return unitOfWork.run(LIMIT, session -> write(session, batch, rows));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Uni<List<RowResult>> write(Mutiny.Session session, Batch<T> batch, List<BulkRow<T>> rows) {
        if (batch.mode() == BulkMode.VALIDATE) {
            return batch.work().write(session, rows).invoke(() -> session.currentTransaction().markForRollback());
        }
        return session.createNativeQuery(TAKE_NUMBER, String.class).getSingleResult()
                .chain(() -> batch.work().write(session, rows));
    }

    private static <T> Uni<Void> prepare(Batch<T> batch, List<BulkRow<T>> rows) {
        return batch.mode() == BulkMode.VALIDATE ? Uni.createFrom().voidItem() : batch.work().prepare(rows);
    }
}
