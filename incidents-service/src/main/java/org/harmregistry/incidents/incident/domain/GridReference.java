package org.harmregistry.incidents.incident.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of the Military Grid Reference System, such as {@code 37SEV1234567890}. */
public final class GridReference {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})[C-HJ-NP-X] ?[A-HJ-NP-Z]{2}((?: ?\\d{1,5} ?\\d{1,5})?)");
    private static final int ZONES = 60;

    private GridReference() {
    }

    /** True if a text is one: in a zone from 1 to 60, with as many digits for the east as for the north. */
    public static boolean is(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int zone = Integer.parseInt(parts.group(1));
        return zone >= 1 && zone <= ZONES && parts.group(2).replace(" ", "").length() % 2 == 0;
    }
}
