package org.harmregistry.kit.bulk;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.logging.Logger;

/** Rows that are written together, and the refusals of those that cannot be rows. */
final class Batch<T> {

    private static final Logger LOG = Logger.getLogger("registry.bulk");

    static final int ROWS = 200;

    private final BulkMode mode;
    private final BulkWork<T> work;
    private final List<BulkRow<T>> rows = new ArrayList<>(ROWS);
    private final List<RowResult> refused = new ArrayList<>();

    Batch(BulkMode mode, BulkWork<T> work) {
        this.mode = mode;
        this.work = work;
    }

    void add(BulkLine line) {
        try {
            if (line.flaw() != null) {
                throw line.flaw();
            }
            rows.add(new BulkRow<>(line.number(), work.read(line.content())));
        } catch (Failure failure) {
            refused.add(RowResult.refused(line.number(), null, failure));
        } catch (RuntimeException e) {
            LOG.errorf("line %d of an import could not be read for an unexpected cause", line.number());
            LOG.debugf(e, "cause at line %d", line.number());
            refused.add(RowResult.refused(line.number(), null, Failure.of(CommonFailure.UNEXPECTED)));
        }
    }

    boolean isFull() {
        return rows.size() + refused.size() >= ROWS;
    }

    BulkMode mode() {
        return mode;
    }

    BulkWork<T> work() {
        return work;
    }

    List<BulkRow<T>> rows() {
        return rows;
    }

    List<RowResult> refused() {
        return refused;
    }
}
