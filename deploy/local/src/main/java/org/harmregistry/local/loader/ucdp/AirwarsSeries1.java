package org.harmregistry.local.loader.ucdp;

import java.util.regex.Pattern;

/**
 * Rule {@code airwars-series-1}.
 * <p>
 * The US-led Coalition is suspected when the event cites the office Airwars with a code of the series in which Airwars keeps
 * alleged Coalition incidents in Syria: S or CS, two to four digits and perhaps a letter, standing alone - {@code S490},
 * {@code CS1130a}. The codes of its other series (RS, Russia; I, Iraq) do not match.
 */
public final class AirwarsSeries1 implements SuspicionRule {

    private static final Pattern CODE = Pattern.compile("\\bC?S\\d{2,4}[A-Za-z]?\\b", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public String name() {
        return "airwars-series-1";
    }

    @Override
    public boolean hits(GedEvent event) {
        return event.citations().stream()
                .anyMatch(citation -> citation.office().equals("Airwars") && CODE.matcher(citation.headline()).find());
    }
}
