package org.harmregistry.sources.source.domain;

import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Whether a source knows by itself or says again what another says.
 *
 * @param repeats the source that it repeats
 */
public record Independence(UUID repeats) {

    public Independence {
        if (repeats == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/repeats", "Name the source that is repeated.");
        }
    }
}
