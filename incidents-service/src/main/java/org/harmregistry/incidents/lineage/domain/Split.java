package org.harmregistry.incidents.lineage.domain;

import java.util.List;

import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * That a record turned out to describe several incidents.
 *
 * @param into what is said of each, 2 to 20; the first remains the record's own content
 * @param reason why, at most 2,000 characters
 */
public record Split(List<IncidentContent> into, String reason) {

    private static final int MOST = 20;

    public Split {
        if (into == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/into", "This field is required.");
        }
        for (int i = 0; i < into.size(); i++) {
            if (into.get(i) == null) {
                throw Failure.at(CommonFailure.WRONG_TYPE, "/into/" + i, "null is not taken here.");
            }
        }
        reason = new Reason(reason).reason();
        if (into.size() < 2 || into.size() > MOST) {
            throw Failure.at(LineageFailure.SPLIT_SIZE, "/into", "Name 2 to 20 parts.");
        }
        into = List.copyOf(into);
    }
}
