package org.harmregistry.local.loader.ucdp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.Harm;
import org.harmregistry.local.loader.client.Wire.IncidentRow;
import org.harmregistry.local.loader.client.Wire.Killed;
import org.harmregistry.local.loader.client.Wire.Occurred;
import org.harmregistry.local.loader.client.Wire.PartyEntry;
import org.harmregistry.local.loader.client.Wire.Place;
import org.harmregistry.local.loader.client.Wire.Point;
import org.harmregistry.local.loader.client.Wire.PublishedTotals;
import org.harmregistry.local.loader.client.Wire.Range;

/** Makes an incident of a UCDP event. */
public final class IncidentMapping {

    public static final String SYSTEM = "ucdp-ged";

    private static final List<String> PRECISIONS = List.of("day", "span", "week", "month", "year");
    private static final Map<Integer, String> TYPES = Map.of(1, "State-based conflict", 2, "Non-state conflict", 3,
            "One-sided violence");

    private final GedParties parties;
    private final List<SuspicionRule> rules;

    public IncidentMapping(GedParties parties, List<SuspicionRule> rules) {
        this.parties = parties;
        this.rules = List.copyOf(rules);
    }

    /** The row to import; accepted and public, as a publisher's rows may be, for the data set itself is public. */
    public IncidentRow row(GedEvent event) {
        return new IncidentRow(List.of(new ExternalId(SYSTEM, event.id())), title(event), summary(event),
                new Occurred(event.from().toString(), event.to().toString(), PRECISIONS.get(event.datePrecision() - 1)),
                new Place(event.where(), "SY", GedPlace.admin1(event), new Point(event.latitude(), event.longitude()),
                        GedPlace.accuracy(event), "ucdp"),
                entries(event), harm(event.deaths()), GedCredit.DATASET, GedCredit.LICENCE, GedCredit.ATTRIBUTION, "accepted",
                "public");
    }

    private static String title(GedEvent event) {
        String days = event.from().equals(event.to()) ? event.from().toString() : event.from() + " to " + event.to();
        return TYPES.get(event.typeOfViolence()) + ": " + event.dyad() + ", " + event.where() + ", " + days;
    }

    /** Keeps what the incident has no field for: the sides' own deaths and UCDP's precision numbers. */
    private static String summary(GedEvent event) {
        GedEvent.Deaths deaths = event.deaths();
        return "UCDP GED event %s of the conflict %s. Deaths as published: %d of %s, %d of %s, %d civilians, %d unknown. %s"
                .formatted(event.id(), event.conflict(), deaths.sideA(), event.a().name(), deaths.sideB(), event.b().name(),
                        deaths.civilians(), deaths.unknown(),
                        "Precision as published: where %d, date %d.".formatted(event.wherePrecision(), event.datePrecision()));
    }

    /** The sides take part; the rules that hit suspect. Two rules that hit are two entries, so that each can be counted. */
    private List<PartyEntry> entries(GedEvent event) {
        Stream<PartyEntry> sides = event.groups().stream()
                .map(group -> new PartyEntry(parties.slug(group), "belligerent", null));
        Stream<PartyEntry> suspicions = rules.stream().filter(rule -> rule.hits(event))
                .map(rule -> new PartyEntry(rule.party(), "suspected", rule.name()));
        return Stream.concat(sides, suspicions).toList();
    }

    /** The dead of unknown status may be civilians: they widen the range upwards and no further. */
    private static Harm harm(GedEvent.Deaths deaths) {
        int atLeast = deaths.civilians();
        int atMost = atLeast + deaths.unknown();
        Boolean reported = atLeast > 0 ? Boolean.TRUE : atMost == 0 ? Boolean.FALSE : null;
        return new Harm(reported, new Killed(new Range(atLeast, atMost)),
                new PublishedTotals(SYSTEM, deaths.low(), deaths.best(), deaths.high()));
    }
}
