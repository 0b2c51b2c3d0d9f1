package org.harmregistry.local.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The routes of {@code routes.txt}: path prefix to part. */
public final class RouteTable {

    private static final String NOBODY = "-";

    private final List<Route> longestFirst;

    private RouteTable(List<Route> routes) {
        this.longestFirst = routes.stream().sorted(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed())
                .toList();
    }

    /** @param part the name of the part that answers, or {@code -} for none */
    public record Route(String prefix, String part) {

        boolean covers(String path) {
            return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    public static RouteTable read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(RouteTable.class.getResourceAsStream("routes.txt"), StandardCharsets.UTF_8))) {
            return new RouteTable(lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+")).map(words -> new Route(words[0], words[1])).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Route> routes() {
        return longestFirst;
    }

    /** The name of the part that answers for a path; empty if nothing does. */
    Optional<String> part(String path) {
        return longestFirst.stream().filter(route -> route.covers(path)).findFirst().map(Route::part)
                .filter(part -> !part.equals(NOBODY));
    }
}
