package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.place.PlaceName;
import org.harmregistry.incidents.place.PlaceStated;
import org.harmregistry.kit.words.SearchTerms;

/** By which words and names of places an incident is found. */
@ApplicationScoped
public class IncidentSearch {

    /** So many words of one record count: a long account of one strike has about a thousand different ones. */
    private static final int MOST_WORDS = 2_000;

    private final Gazetteer gazetteer;

    public IncidentSearch(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * What an incident is found by.
     *
     * @param placeNames keys of the names that the record gives its place ({@link PlaceName#key})
     * @param terms folded words of its titles and summaries, of its place's names, and of the names that the gazetteer knows
     *        the
     *        place by in other languages
     */
    record FoundBy(List<String> placeNames, List<String> terms) {
    }

    FoundBy of(IncidentContent content) {
        List<String> texts = new ArrayList<>();
        texts.add(content.title());
        texts.add(content.summary());
        content.texts().forEach(text -> {
            texts.add(text.title());
            texts.add(text.summary());
        });
        Place place = content.place();
        if (place == null) {
            return new FoundBy(List.of(), SearchTerms.of(MOST_WORDS, texts.toArray(String[]::new)));
        }
        List<String> names = Stream.concat(Stream.ofNullable(place.name()), place.names().stream().map(NameInLanguage::name))
                .toList();
        // The names come first: they are found even where the texts have more words than are kept.
        List<String> all = Stream.concat(names.stream(), texts.stream()).toList();
        List<String> known = gazetteer.termsFor(stated(place));
        return new FoundBy(names.stream().map(PlaceName::key).filter(key -> !key.isEmpty()).distinct().toList(),
                Stream.concat(known.stream(), SearchTerms.of(MOST_WORDS, all.toArray(String[]::new)).stream()).distinct()
                        .limit(MOST_WORDS).toList());
    }

    private static PlaceStated stated(Place place) {
        // Everybody may search, so which place is meant must not be told by more than everybody may know of the point.
        GeoPoint point = place.point() == null ? null : place.point().cell();
        return new PlaceStated(place.name(), place.country(), place.admin1(), place.admin2(),
                point == null ? null : point.lat(), point == null ? null : point.lon());
    }
}
