package org.harmregistry.incidents.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.words.SearchTerms;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;

/**
 * Names of countries, of Syria's administrative areas and of populated places in fifteen countries, and the outlines of all
 * countries. Read once, at start.
 */
@Startup
@ApplicationScoped
public class Gazetteer {

    private static final String SYRIA = "SY";

    private final List<GazetteerEntry> entries = new ArrayList<>();
    private final Set<String> firstOrder = new HashSet<>();
    private final NameIndex index;
    private final PlaceUnderstanding understanding;
    private final OtherNames otherNames;
    private final Outlines outlines;

    public Gazetteer(ObjectMapper mapper) {
        NameIndex.Builder names = new NameIndex.Builder();
        GazetteerFiles.read(mapper, entry -> add(entry, names));
        index = names.build();
        understanding = new PlaceUnderstanding(entries, index);
        otherNames = new OtherNames(entries, index);
        outlines = Outlines.read(mapper);
    }

    private void add(GazetteerEntry entry, NameIndex.Builder names) {
        int number = entries.size();
        entries.add(entry);
        entry.allNames().stream().map(PlaceName::key).distinct().forEach(key -> names.add(key, number));
        if (entry.unit() != null && entry.unit().level() == AdminLevel.ADMIN1) {
            firstOrder.add(entry.unit().code());
        }
    }

    /** What a name may mean, in Latin or Arabic script and however transliterated. */
    public PlaceQuery understand(String input) {
        return understand(input, null);
    }

    /** What a name may mean in one country, two letters of ISO 3166-1; {@code null} is anywhere. */
    public PlaceQuery understand(String input, String country) {
        return understanding.understand(input, country);
    }

    /**
     * How likely two names of one country mean one place, from 0 to 1: 1 if the gazetteer understands both as the same, 0 if as
     * different ones, and otherwise how alike they are spelt.
     *
     * @param country two letters of ISO 3166-1, or {@code null} if none is known
     */
    public double likeness(String one, String other, String country) {
        Object first = understand(one, country).meant();
        Object second = understand(other, country).meant();
        if (first != null && second != null) {
            return first.equals(second) ? 1 : 0;
        }
        return PlaceName.likeness(one, other);
    }

    /**
     * Words, folded as {@link SearchTerms} folds them, of the other names of the place that a record is at, so that it is
     * found by its Arabic name if it was recorded with a Latin one. Names are not guessed: where several places bear the
     * name, the words are those of the one most likely meant among those that agree with all that the record states.
     */
    public List<String> termsFor(PlaceStated stated) {
        return otherNames.termsFor(stated);
    }

    /**
     * False if the code is another country's, or the country's first-order areas are known here and this code is none of them.
     */
    public boolean mayBeIn(String country, String admin1) {
        return admin1.startsWith(country) && (!SYRIA.equals(country) || firstOrder.contains(admin1));
    }

    /**
     * False if the code of a second-order area is another country's or, where codes are known to begin with that of the larger
     * area, lies in none of the country or not in the one stated.
     *
     * @param admin1 the first-order area stated, or {@code null}
     */
    public boolean mayBeIn(String country, String admin1, String admin2) {
        if (!SYRIA.equals(country)) {
            return admin2.startsWith(country);
        }
        return firstOrder.stream().anyMatch(code -> admin2.length() > code.length() && admin2.startsWith(code)
                && (admin1 == null || admin1.equals(code)));
    }

    /**
     * False only if the country's outline is known here and the point lies clearly outside: on another country's land more than
     * 25 km away, or farther at sea than 200 nautical miles. Disputed territory may be in each of the countries that claim it.
     *
     * @param lat degrees (WGS 84)
     * @param lon degrees (WGS 84)
     */
    public boolean mayBeIn(String country, double lat, double lon) {
        return outlines.mayBeIn(country, lat, lon);
    }
}
