package org.harmregistry.kit.bulk;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Whether an import writes, or only tells what it would do. */
public enum BulkMode {
    UPSERT,
    /** Each batch is done and then undone; what an earlier batch would have made is therefore not seen by a later one. */
    VALIDATE;

    /** Reads the query parameter {@code mode}; absent means {@code upsert}. */
    public static BulkMode of(String mode) {
        if (mode == null || mode.equals("upsert")) {
            return UPSERT;
        }
        if (mode.equals("validate")) {
            return VALIDATE;
        }
        throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "mode", "mode is upsert or validate.");
    }
}
