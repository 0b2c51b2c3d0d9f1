package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Something odd about a record, kept with it.
 *
 * @param code what is odd
 * @param pointer JSON pointer to the field concerned; {@code null} if it is the record as a whole
 */
public record Finding(FindingCode code, String pointer) {

    public Finding {
        if (code == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/code", "Say what was found.");
        }
        Texts.bounded(pointer, 200, "/pointer");
    }
}
