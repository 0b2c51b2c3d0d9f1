package org.harmregistry.reports.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.MapPicture;
import org.harmregistry.reports.document.MappedPlace;

/**
 * Draws places on outlines that are packaged with the service: no tile is fetched from anywhere. A circle's area grows
 * with what lies there, and its middle is where everybody may know it. West is on the left whatever the direction of
 * writing.
 */
public final class MapDrawing {

    private static final double LARGEST = 26;
    private static final double SMALLEST = 2.5;
    private static final int NAMED = 5;
    private static final long[] LENGTHS = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000 };

    private final MapPicture picture;
    private final List<MappedPlace> places;
    private final MapFrame frame;
    private final List<Outlines.Outline> outlines;

    public MapDrawing(MapPicture picture, List<MappedPlace> places) {
        this.picture = picture;
        this.places = places.stream().sorted(Comparator.comparingLong(MappedPlace::incidents).reversed()).toList();
        this.frame = new MapFrame(places);
        this.outlines = Outlines.in(frame);
    }

    /** Whom to name for the outlines; empty if none can be seen. */
    public String credit() {
        return outlines.stream().map(Outlines.Outline::credit).distinct().sorted().collect(Collectors.joining("; "));
    }

    /**
     * @param scale the words for a length in kilometres
     */
    public String svg(LongFunction<String> scale, boolean rightToLeft) {
        SvgWriter svg = SvgWriter.unmirrored(rightToLeft, "map", "map", picture.title(), picture.description(), MapFrame.WIDTH,
                frame.height());
        svg.rect("sea", 0, 0, MapFrame.WIDTH, frame.height());
        outlines.forEach(outline -> svg.area(outline.level() == 1 ? "land" : "district",
                outline.rings().stream().map(frame::cut).filter(ring -> ring.size() > 2).toList()));
        double most = Math.max(1, places.get(0).incidents());
        places.forEach(place -> svg.dot("events", frame.x(place.lon()), frame.y(place.lat()), radius(place, most)));
        names(svg, most);
        scale(svg, scale);
        return svg.end();
    }

    private static double radius(MappedPlace place, double most) {
        return Math.max(SMALLEST, LARGEST * Math.sqrt(place.incidents() / most));
    }

    /** The largest ones by name, each where no other name stands. */
    private void names(SvgWriter svg, double most) {
        List<double[]> taken = new ArrayList<>();
        for (MappedPlace place : places) {
            double x = Math.min(MapFrame.WIDTH - 60, Math.max(60, frame.x(place.lon())));
            double y = Math.max(16, frame.y(place.lat()) - radius(place, most) - 4);
            boolean free = taken.stream().allMatch(other -> Math.abs(other[0] - x) > 130 || Math.abs(other[1] - y) > 18);
            if (place.name() != null && free && taken.size() < NAMED) {
                svg.text("label middle", x, y, place.name());
                taken.add(new double[] { x, y });
            }
        }
    }

    private void scale(SvgWriter svg, LongFunction<String> words) {
        long length = LENGTHS[0];
        for (long next : LENGTHS) {
            length = frame.length(next) <= MapFrame.WIDTH / 4.0 ? next : length;
        }
        double y = frame.height() - 14;
        svg.line("base", 16, y, 16 + frame.length(length), y)
                .line("base", 16, y - 4, 16, y).line("base", 16 + frame.length(length), y - 4, 16 + frame.length(length), y)
                .text("tick middle", 16 + frame.length(length) / 2, y - 6, words.apply(length));
    }
}
