package org.harmregistry.incidents.place;

import java.util.List;

/**
 * A place that a reader asks for by name, and what the gazetteer makes of it.
 *
 * @param input the name as given
 * @param normalised the form in which it is compared with records' own names
 * @param units the administrative areas that bear the name
 */
public record PlaceQuery(String input, String normalised, List<AdminUnit> units) {

    public PlaceQuery {
        units = List.copyOf(units);
    }

    /** Codes of the areas of one level. */
    public List<String> codes(AdminLevel level) {
        return units.stream().filter(unit -> unit.level() == level).map(AdminUnit::code).toList();
    }
}
