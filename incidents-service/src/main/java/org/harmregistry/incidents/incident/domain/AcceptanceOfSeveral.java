package org.harmregistry.incidents.incident.domain;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Records that are accepted together, for one reason.
 *
 * @param ids the records, 1 to 1,000
 * @param reason why, at most 2,000 characters
 */
public record AcceptanceOfSeveral(List<UUID> ids, String reason) {

    public AcceptanceOfSeveral {
        ids = Bounds.list(Bounds.required(ids, "/ids"), 1_000, "/ids");
        if (ids.isEmpty() || new HashSet<>(ids).size() < ids.size()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/ids", "Name at least one record, and each once.");
        }
        Bounds.text(Bounds.required(reason, "/reason"), Reason.LONGEST, "/reason");
    }
}
