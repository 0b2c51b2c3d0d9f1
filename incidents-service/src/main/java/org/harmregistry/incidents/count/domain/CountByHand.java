package org.harmregistry.incidents.count.domain;

import org.harmregistry.incidents.incident.domain.Casualties;
import org.harmregistry.incidents.incident.domain.Reason;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.Failure;

/**
 * Numbers that an analyst sets by hand.
 *
 * @param killed people killed, all groups anew; absent: as it was
 * @param injured people injured, all groups anew; absent: as it was
 * @param reason why, at most 2,000 characters
 */
public record CountByHand(Casualties killed, Casualties injured, String reason) {

    public CountByHand {
        if (killed == null && injured == null) {
            throw Failure.at(CountFailure.COUNT_MISSING, "", CountFailure.COUNT_MISSING.title() + ".");
        }
        reason = new Reason(Fields.required(reason, "/reason")).reason();
    }
}
