package org.harmregistry.incidents.incident.store;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.incident.domain.BoundingBox;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentOrder;

/**
 * Reads a box on the map cell by cell of half a degree. Each cell is an index in the order of lists, so a page costs as much as
 * the cells that the box touches, however many incidents lie in them.
 */
final class MapCells {

    /** A larger box holds so much that the order of lists finds a page's worth of it soon. */
    private static final int MOST_CELLS = 100;

    private MapCells() {
    }

    /** What stands behind the select list, the order and limit included. */
    static String from(IncidentCriteria criteria, IncidentFilter filter, IncidentOrder order, String ordered) {
        String plain = " from " + criteria.source() + " where " + criteria.sql() + ordered;
        BoundingBox box = filter.where().bbox() != null ? filter.where().bbox()
                : filter.where().near() != null ? filter.where().near().around() : null;
        Audience audience = criteria.audience();
        boolean indexed = audience.seesAll() || audience.isEverybody();
        if (box == null || filter.asOf() != null || !indexed || order.key() != IncidentOrder.Key.OCCURRED) {
            return plain;
        }
        List<Integer> cells = cells(box);
        if (cells.size() > MOST_CELLS) {
            return plain;
        }
        criteria.parameters().put("cells", cells.toArray(Integer[]::new));
        return " from unnest(cast(:cells as integer[])) as c(cell)"
                + " cross join lateral (select i.* from incident i where half_degree_cell(" + audience.lat() + ", "
                + audience.lon() + ") = c.cell and " + criteria.sql() + ordered + ") i" + ordered;
    }

    private static List<Integer> cells(BoundingBox box) {
        List<Integer> cells = new ArrayList<>();
        int east = index(box.maxLon(), 180) + (box.crossesDateLine() ? 720 : 0);
        for (int y = index(box.minLat(), 90); y <= index(box.maxLat(), 90) && cells.size() <= MOST_CELLS; y++) {
            for (int x = index(box.minLon(), 180); x <= east && cells.size() <= MOST_CELLS; x++) {
                cells.add(y * 1000 + (x > 720 ? x - 720 : x));
            }
        }
        return cells;
    }

    private static int index(double degrees, int offset) {
        return (int) Math.floor((degrees + offset) * 2);
    }
}
