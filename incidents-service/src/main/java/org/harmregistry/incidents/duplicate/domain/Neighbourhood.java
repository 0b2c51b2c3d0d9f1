package org.harmregistry.incidents.duplicate.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.Place;

/**
 * Where and when records are looked for that may be of the same incident. Also found, wherever and whenever it was, is what
 * bears the same external id.
 *
 * @param incident the record
 * @param from the first day
 * @param to the last day
 * @param point its point; {@code null} if it has none
 * @param latReach how many degrees of latitude around the point
 * @param lonReach how many degrees of longitude
 * @param admin1 its first-order area, or {@code null}
 * @param admin2 its second-order area, or {@code null}
 * @param anywhere true if the record does not say where it was, so that only days can tell
 */
public record Neighbourhood(UUID incident, LocalDate from, LocalDate to, GeoPoint point, double latReach, double lonReach,
        String admin1, String admin2, boolean anywhere) {

    /** Days by which reports of one event may be apart and still be compared. */
    static final int DAYS = 3;
    /** Records that began earlier than this many days before, and are still going on, are not looked for. */
    public static final int LONGEST = 31;
    private static final double LEAST_REACH = 10_000;
    private static final double MOST_REACH = 60_000;
    private static final double METRES_A_DEGREE = 111_195;

    /** The day around which candidates are looked for first. */
    public LocalDate middle() {
        return from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
    }

    static Neighbourhood of(ComparedIncident incident) {
        IncidentContent content = incident.content();
        DaySpan days = DaySpan.of(content.occurred());
        Place place = content.place();
        GeoPoint point = content.point();
        double reach = point == null ? 0
                : Math.min(MOST_REACH, LEAST_REACH + DistanceComparison.exactness(incident)) / METRES_A_DEGREE;
        double narrowed = point == null ? 1 : Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return new Neighbourhood(incident.id(), days.from().minusDays(DAYS), days.to().plusDays(DAYS), point, reach,
                Math.min(180, reach / narrowed), place == null ? null : place.admin1(),
                place == null ? null : place.admin2(),
                place == null || point == null && place.admin1() == null && place.name() == null && place.names().isEmpty());
    }
}
