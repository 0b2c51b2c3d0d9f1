package org.harmregistry.reports.search;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.WhereAsked;
import org.harmregistry.reports.search.Found.Squares;

import io.smallrye.mutiny.Uni;

/**
 * Maps as they were a moment ago. A question without a filter is asked most often, and counts everything: those who ask
 * it together wait for one answer, also where the first of them does not wait any longer.
 */
@ApplicationScoped
public class RecentMaps {

    private static final int MOST = 32;

    private final long moment;
    private final Map<Map<String, String>, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(Uni<Optional<Squares>> map, long since) {
    }

    RecentMaps(@ConfigProperty(name = "registry.search.moment") Duration moment) {
        this.moment = moment.toNanos();
    }

    /**
     * @param filter what is asked; nothing of who asks
     * @param made counts it; what fails or is empty is not kept
     */
    Uni<Optional<Squares>> of(Map<String, String> filter, Supplier<Uni<Optional<Squares>>> made) {
        return WhereAsked.goOn(shared(filter, made));
    }

    private synchronized Uni<Optional<Squares>> shared(Map<String, String> filter, Supplier<Uni<Optional<Squares>>> made) {
        Kept found = kept.get(filter);
        if (found != null && System.nanoTime() - found.since() < moment) {
            return found.map();
        }
        Uni<Optional<Squares>> map = made.get().invoke(squares -> forgetIf(squares.isEmpty(), filter))
                .onFailure().invoke(() -> forgetIf(true, filter)).memoize().indefinitely();
        if (moment > 0) {
            kept.put(filter, new Kept(map, System.nanoTime()));
        }
        return map;
    }

    private synchronized void forgetIf(boolean useless, Map<String, String> filter) {
        if (useless) {
            kept.remove(filter);
        }
    }
}
