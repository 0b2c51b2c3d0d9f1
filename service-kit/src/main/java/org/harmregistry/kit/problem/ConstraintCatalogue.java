package org.harmregistry.kit.problem;

import java.util.Optional;

/** Tells which failure the breach of a named database constraint means; one bean per service. */
public interface ConstraintCatalogue {

    /** The failure for a constraint, by its name, or nothing if a breach of it can only be a fault of ours. */
    Optional<FailureCode> failureOf(String constraint);
}
