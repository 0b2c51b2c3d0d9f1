package org.harmregistry.incidents.place;

import java.util.List;

/**
 * A place that a reader asks for by name, and what the gazetteer makes of it.
 *
 * @param input the name as given
 * @param normalised the form in which it is compared exactly
 * @param understanding how the name was understood; {@code null} if the gazetteer has nothing of this name
 * @param score how alike the names are, from 0 to 1; 1 if the place bears the name
 * @param country the country that bears the name, two letters of ISO 3166-1, or {@code null}
 * @param units the administrative areas that bear the name
 * @param places the populated places that bear it, what is most likely meant first; at most 10
 * @param keys keys of the name and of all other names of what bears it ({@link PlaceName#key}); records that are at a place
 *        with
 *        one of these names are meant
 */
public record PlaceQuery(String input, String normalised, Understanding understanding, double score, String country,
        List<AdminUnit> units, List<GazetteerPlace> places, List<String> keys) {

    public PlaceQuery {
        units = List.copyOf(units);
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }

    /** A name that the gazetteer has nothing for; records may bear it nevertheless. */
    static PlaceQuery unknown(String input) {
        String key = PlaceName.key(input);
        return new PlaceQuery(input, PlaceName.normalised(input), null, 0, null, List.of(), List.of(),
                key.isEmpty() ? List.of() : List.of(key));
    }

    /** The one thing most likely meant: a country, a populated place or an area; {@code null} if nothing is known. */
    Object meant() {
        if (country != null) {
            return country;
        }
        return places.isEmpty() ? units.stream().findFirst().orElse(null) : places.get(0);
    }

    /** The same question, answered by records' own names alone. */
    public PlaceQuery byNameAlone() {
        return new PlaceQuery(input, normalised, understanding, score, null, List.of(), List.of(), keys);
    }

    /**
     * Whether what was found is a guess by its spelling. Too many villages are in no gazetteer for a guess to be asked
     * for in the reader's place: it is shown, and the reader may ask for it.
     */
    public boolean isGuess() {
        return understanding == Understanding.SIMILAR_SPELLING;
    }

    /** Codes of the areas of one level that are asked for. */
    public List<String> codes(AdminLevel level) {
        return isGuess() ? List.of() : units.stream().filter(unit -> unit.level() == level).map(AdminUnit::code).toList();
    }
}
