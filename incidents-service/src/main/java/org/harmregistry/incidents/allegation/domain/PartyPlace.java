package org.harmregistry.incidents.allegation.domain;

import java.util.regex.Pattern;

import org.harmregistry.incidents.incident.domain.GeoPoint;
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

    private static final Pattern MGRS = Pattern.compile("\\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2}( ?\\d{1,5} ?\\d{1,5})?");

    public PartyPlace {
        Fields.name(name, "/name");
        if (mgrs != null && !isGridReference(mgrs)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/mgrs", "A grid reference is written like 37SEV12345678.");
        }
    }

    /** A grid reference has as many digits for the east as for the north, and zones from 1 to 60. */
    private static boolean isGridReference(String text) {
        if (!MGRS.matcher(text).matches()) {
            return false;
        }
        String zone = text.replaceFirst("[A-Z].*", "");
        String digits = text.substring(zone.length()).replaceAll("\\D", "");
        return Integer.parseInt(zone) >= 1 && Integer.parseInt(zone) <= 60 && digits.length() % 2 == 0;
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
