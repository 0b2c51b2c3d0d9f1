package org.harmregistry.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.MapPicture;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Incident;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.search.Found;
import org.harmregistry.reports.search.PublicSearch;
import org.harmregistry.reports.wording.Wording;

/** All that was found on a map: a circle for each square in which anything lies, and the fullest squares to go on from. */
final class SearchMap {

    private static final int LISTED = 30;

    private final Wording wording;
    private final Found found;
    private final UnaryOperator<String> into;
    private final double width;
    private final List<MappedPlace> places;

    /** @param into makes of a box what leads into it */
    SearchMap(Wording wording, Found found, UnaryOperator<String> into) {
        this.wording = wording;
        this.found = found;
        this.into = into;
        this.width = found.map() == null ? 0 : found.map().square().width();
        this.places = found.map() == null ? List.of()
                : PublicSearch.places(found.map()).stream().map(this::named)
                        .sorted(Comparator.comparingLong(MappedPlace::incidents).reversed()).toList();
    }

    /** The map, or {@code null} if nothing has a place. */
    SearchFace.MapFace face() {
        if (places.isEmpty()) {
            return null;
        }
        String title = wording.text("search.map.title");
        MapPicture picture = new MapPicture(title, wording.text("search.map.described", located(), (long) places.size(),
                angle(width), places.get(0).incidents()), new Table("", List.of(), List.of()));
        List<MappedPlace> most = places.subList(0, Math.min(LISTED, places.size()));
        return new SearchFace.MapFace(title, new BlockFace(Block.map(picture), List.of(), places, wording),
                wording.text("search.map.caption", (long) most.size(), (long) places.size()),
                most.stream().map(this::square).toList());
    }

    /** How many have no place, if any has none. */
    Optional<String> unlocated(long incidents) {
        long without = incidents - located();
        return without == 0 ? Optional.empty() : Optional.of(wording.text("search.map.unlocated", without));
    }

    private long located() {
        return places.stream().mapToLong(MappedPlace::incidents).sum();
    }

    /** The name of what stands in the list and lies there. */
    private MappedPlace named(MappedPlace square) {
        return found.page().items().stream().map(IncidentRecord::place).filter(place -> place != null && place.point() != null
                && place.name() != null && lies(place.point(), square)).findFirst()
                .map(place -> new MappedPlace(place.nameIn(wording.language()), square.lat(), square.lon(), null,
                        square.incidents()))
                .orElse(square);
    }

    private boolean lies(Incident.Point point, MappedPlace square) {
        return Math.abs(point.lat() - square.lat()) <= width / 2 && Math.abs(point.lon() - square.lon()) <= width / 2;
    }

    private SearchFace.Square square(MappedPlace place) {
        String middle = wording.text("search.map.around", angle(place.lat()), angle(place.lon()));
        String box = angle(place.lon() - width / 2) + "," + angle(place.lat() - width / 2) + ","
                + angle(place.lon() + width / 2)
                + "," + angle(place.lat() + width / 2);
        return new SearchFace.Square(into.apply(box), place.name() == null ? middle
                : wording.apart(place.name()) + wording.text("list.separator") + middle, wording.number(place.incidents()));
    }

    private static String angle(double degrees) {
        String text = String.format(Locale.ROOT, "%.3f", degrees);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
