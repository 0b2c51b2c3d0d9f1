package org.harmregistry.incidents.incident.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.incident.domain.Grouping;

/**
 * Tells squares of the map apart by whole numbers, which the database groups by several times faster than by texts, and
 * names each by its middle afterwards. What lies on the south or west edge of a square is in it.
 */
final class MapSquares {

    private static final int ROWS = 100_000;
    private static final int NORTH_POLE = 90;
    private static final int DATE_LINE = 180;

    private MapSquares() {
    }

    /** Squares to a degree, or 0 if rows are told apart by something else. */
    private static int perDegree(Grouping grouping) {
        return switch (grouping) {
            case DEGREE -> 1;
            case TENTH_OF_DEGREE -> 10;
            case HUNDREDTH_OF_DEGREE -> 100;
            default -> 0;
        };
    }

    /** The number of the square in which a point lies, as text; unknown where there is no point. */
    static String key(Grouping grouping, Audience audience) {
        int perDegree = perDegree(grouping);
        // The least of several ignores those that are not there, hence the case.
        return "case when " + audience.lat() + " is not null then cast(" + step(audience.lat(), perDegree, NORTH_POLE) + " * "
                + ROWS
                + " + " + step(audience.lon(), perDegree, DATE_LINE) + " as text) end";
    }

    /** Degrees are decimals: what falls short of an edge by less than a millionth of a square does so by a rounding. */
    private static String step(String angle, int perDegree, int last) {
        return "least(cast(floor((" + angle + " + " + last + ") * " + perDegree + " + 1e-6) as integer), "
                + (2 * last * perDegree - 1) + ")";
    }

    /** What the groups of a row are called: {@code lat,lon} of the middle of a square, and all others by their keys. */
    static List<String> keys(Object[] row, List<Grouping> by) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            String key = (String) row[i];
            int perDegree = perDegree(by.get(i));
            keys.add(key == null || perDegree == 0 ? key : middle(Integer.parseInt(key), perDegree));
        }
        return keys;
    }

    private static String middle(int square, int perDegree) {
        return middle(square / ROWS, perDegree, NORTH_POLE) + "," + middle(square % ROWS, perDegree, DATE_LINE);
    }

    private static String middle(int step, int perDegree, int last) {
        return BigDecimal.valueOf(2L * step + 1 - 2L * last * perDegree)
                .divide(BigDecimal.valueOf(2L * perDegree)).setScale(Integer.toString(perDegree).length()).toPlainString();
    }
}
