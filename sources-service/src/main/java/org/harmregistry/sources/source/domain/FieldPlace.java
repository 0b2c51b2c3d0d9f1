package org.harmregistry.sources.source.domain;

import java.util.Locale;
import java.util.Set;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Where field work was done, by name and administrative area.
 *
 * @param name the place's name; at most 200 characters
 * @param country two letters of ISO 3166-1
 * @param admin1 code of the first-order area, such as {@code SY11}
 * @param admin2 code of the second-order area, such as {@code SY1101}
 */
public record FieldPlace(String name, String country, String admin1, String admin2) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String AREA = "[A-Z]{2}[A-Z0-9-]{1,18}";

    public FieldPlace {
        check(name, country, admin1, admin2);
        Parts.requireSome(name, country, admin1, admin2);
    }

    static void check(String name, String country, String admin1, String admin2) {
        Texts.bounded(name, 200, "/name");
        if (country != null && !COUNTRIES.contains(country)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/country", "Two letters of ISO 3166-1, such as SY, are taken here.");
        }
        area(admin1, country, "/admin1");
        area(admin2, country, "/admin2");
    }

    private static void area(String code, String country, String pointer) {
        Texts.formed(code, AREA, pointer, "An area's code begins with its country's two letters.");
        if (code != null && country != null && !code.startsWith(country)) {
            throw Failure.at(SourceFailure.AREA_OF_ANOTHER_COUNTRY, pointer, "The area lies in another country.");
        }
    }

    /** The place as everybody may see it: the area, and not the place in it. */
    FieldPlace forEverybody() {
        return country == null && admin1 == null && admin2 == null ? null : new FieldPlace(null, country, admin1, admin2);
    }
}
