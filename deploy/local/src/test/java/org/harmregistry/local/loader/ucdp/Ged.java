package org.harmregistry.local.loader.ucdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.ShippedData;

/** The shipped file, read once for all tests, and single events made up for a case. */
final class Ged {

    static final List<GedEvent> EVENTS = read();
    static final GedParties PARTIES = new GedParties(
            Map.of("Government of United States of America", "united-states", "SDF", "sdf", "IS", "is"));

    private Ged() {
    }

    private static List<GedEvent> read() {
        try (InputStream file = ShippedData.packaged().open(GedFile.NAME)) {
            return GedFile.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static GedEvent event(String id) {
        return EVENTS.stream().filter(event -> event.id().equals(id)).findFirst().orElseThrow();
    }

    /** An event of a type of violence that cites the given cell. */
    static GedEvent citing(int typeOfViolence, String cell) {
        return new GedEvent("1", typeOfViolence, "c", "IS - SDF", new GedEvent.Side("234", "IS"),
                new GedEvent.Side("6288", "SDF"), 1, "Ar Raqqah town", "Ar Raqqah Governorate", BigDecimal.ONE, BigDecimal.ONE,
                1, LocalDate.parse("2017-06-06"), LocalDate.parse("2017-06-06"), new GedEvent.Deaths(0, 0, 0, 0, 0, 0, 0),
                Citation.parse(cell));
    }

    /** Started in Raqqa Governorate between 6 June and 17 October 2017. */
    static boolean inTheBattle(GedEvent event) {
        return event.governorate().equals("Ar Raqqah Governorate") && !event.from().isBefore(LocalDate.parse("2017-06-06"))
                && !event.from().isAfter(LocalDate.parse("2017-10-17"));
    }
}
