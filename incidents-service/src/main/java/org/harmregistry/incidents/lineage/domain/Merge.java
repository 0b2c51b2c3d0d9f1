package org.harmregistry.incidents.lineage.domain;

import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * That a record turned out to be of the same incident as another one.
 *
 * @param into the record that is to speak for it
 * @param reason why, at most 2,000 characters
 */
public record Merge(UUID into, String reason) {

    public Merge {
        if (into == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/into", "This field is required.");
        }
        reason = new Reason(reason).reason();
    }
}
