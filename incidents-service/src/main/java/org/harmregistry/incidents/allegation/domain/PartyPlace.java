package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.incidents.incident.domain.GridReference;
import org.harmregistry.incidents.incident.domain.PlaceAccuracy;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Where the party itself says that it was, whatever the incident's own place is.
 *
 * @param name the place as the party names it, at most 300 characters
 * @param point the point (WGS 84)
 * @param mgrs the point in the Military Grid Reference System, such as 37SEV12345678
 * @param accuracy how exactly the party gives it
 */
public record PartyPlace(String name, GeoPoint point, String mgrs, PlaceAccuracy accuracy) {

    public PartyPlace {
        Fields.name(name, "/name");
        if (mgrs != null && !GridReference.is(mgrs)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/mgrs", "A grid reference is written like 37SEV12345678.");
        }
    }

    void check(String pointer) {
        Fields.atMost(Fields.MAX_LINE, name, pointer + "/name");
    }

    /** The place as everybody may see it: the point's cell, and no grid reference, which would give the point away. */
    PartyPlace blurred() {
        return new PartyPlace(name, point == null ? null : point.cell(), null, accuracy);
    }

    static PartyPlace blurred(PartyPlace place) {
        return place == null ? null : place.blurred();
    }
}
