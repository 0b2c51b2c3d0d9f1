package org.harmregistry.incidents.incident.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Where it happened, as exactly as the record knows.
 *
 * @param name the place as sources name it, at most 200 characters
 * @param names its names in other languages, at most 50
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area, such as {@code SY11}
 * @param admin2 code of the second-order area, such as {@code SY1101}
 * @param point the point
 * @param accuracy how exactly the point is known
 * @param provider who located it
 * @param mgrs the point in the Military Grid Reference System
 */
public record Place(String name, List<NameInLanguage> names, String country, String admin1, String admin2, GeoPoint point,
        PlaceAccuracy accuracy, String provider, String mgrs) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern AREA = Pattern.compile("[A-Z]{2}[A-Z0-9-]{1,18}");

    public Place {
        Bounds.text(name, 200, "/name");
        names = Bounds.list(names, 50, "/names");
        if (country != null && !COUNTRIES.contains(country)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/country", "Two letters of ISO 3166-1, such as SY, are taken here.");
        }
        Bounds.form(admin1, AREA, "/admin1", "An area's code begins with its country's two letters.");
        Bounds.form(admin2, AREA, "/admin2", "An area's code begins with its country's two letters.");
        Bounds.text(provider, 80, "/provider");
        if (mgrs != null && !GridReference.is(mgrs)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/mgrs", "A grid reference is written like 37SEV1234567890.");
        }
    }

    /** The place as everybody may see it: the point's cell, and no grid reference, which would give the point away. */
    Place blurred() {
        return new Place(name, names, country, admin1, admin2, point == null ? null : point.cell(), accuracy, provider, null);
    }
}
