package org.harmregistry.reports.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.registry.IncidentCatalog;
import org.harmregistry.reports.registry.IncidentSearch;
import org.harmregistry.reports.registry.IncidentSearch.Square;
import org.harmregistry.reports.search.Found.Squares;

import io.smallrye.mutiny.Uni;

/** Searches incidents for people: a page of the list, and all that was found on squares of a map. */
@ApplicationScoped
public class PublicSearch {

    private static final int PAGE = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** The list does not wait longer for its map. */
    private static final Duration PATIENCE_WITH_MAP = Duration.ofSeconds(3);
    /** More squares are a grey mass, and a large page. */
    private static final int MOST_SQUARES = 1_500;
    /** What lies closer together, in degrees, is told apart by smaller squares. */
    private static final double CLOSE = 0.6;

    private final IncidentCatalog catalog;
    private final IncidentSearch search;
    private final RecentMaps recent;

    PublicSearch(IncidentCatalog catalog, IncidentSearch search, RecentMaps recent) {
        this.catalog = catalog;
        this.search = search;
        this.recent = recent;
    }

    /** @return fails with 503 {@code neighbour_unavailable} while incidents cannot be read */
    public Uni<Found> find(SearchForm form) {
        if (!form.faults().isEmpty()) {
            return catalog.parties().map(parties -> new Found(parties, null, null))
                    .ifNoItem().after(PATIENCE).failWith(PublicSearch::away);
        }
        return Uni.combine().all().unis(catalog.parties(), search.find(form.question(), PAGE), map(form.filter()))
                .with((parties, page, map) -> new Found(parties, page.orElse(null), map.orElse(null)))
                .ifNoItem().after(PATIENCE).failWith(PublicSearch::away);
    }

    private static Failure away() {
        return Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE);
    }

    private Uni<Optional<Squares>> map(Map<String, String> filter) {
        return recent.of(filter, () -> counted(filter)).ifNoItem().after(PATIENCE_WITH_MAP).failWith(PublicSearch::away)
                .onFailure(Failure.class).recoverWithItem(Optional.empty());
    }

    private Uni<Optional<Squares>> counted(Map<String, String> filter) {
        return squares(filter, Square.TENTH_OF_DEGREE)
                .chain(found -> found.isEmpty() || places(found.get()).size() > MOST_SQUARES
                        ? squares(filter, Square.DEGREE)
                        : isClose(places(found.get()))
                                ? squares(filter, Square.HUNDREDTH_OF_DEGREE).map(finer -> finer.or(() -> found))
                                : Uni.createFrom().item(found));
    }

    private Uni<Optional<Squares>> squares(Map<String, String> filter, Square square) {
        return search.squares(filter, square).map(found -> found.map(counts -> new Squares(counts, square)));
    }

    /** The squares in which anything lies, each by its middle, without names. */
    public static List<MappedPlace> places(Squares squares) {
        return squares.counts().groups().stream().filter(group -> group.key() != null && group.key().contains(","))
                .map(group -> {
                    String[] middle = group.key().split(",");
                    return new MappedPlace(null, Double.parseDouble(middle[0]), Double.parseDouble(middle[1]), null,
                            group.incidents());
                }).toList();
    }

    private static boolean isClose(List<MappedPlace> places) {
        return !places.isEmpty() && span(places, MappedPlace::lat) <= CLOSE && span(places, MappedPlace::lon) <= CLOSE;
    }

    private static double span(List<MappedPlace> places, ToDoubleFunction<MappedPlace> angle) {
        return places.stream().mapToDouble(angle).max().orElseThrow() - places.stream().mapToDouble(angle).min().orElseThrow();
    }
}
