package org.harmregistry.reports.page;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

/**
 * Pages as they were a moment ago: while many ask for one page, it is put together once in a moment, for one of them, and the
 * others get the one before, for one more moment at most. Caches on the way are allowed more, so nobody sees anything older for
 * it.
 */
@ApplicationScoped
public class RecentPages {

    private static final int MOST = 32;
    private static final int LARGEST = 1024 * 1024;

    private final long moment;
    private final Set<String> inTheMaking = new HashSet<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(PreparedPage page, long since) {
    }

    public RecentPages(@ConfigProperty(name = "registry.pages.moment") Duration moment) {
        this.moment = moment.toNanos();
    }

    /**
     * @param key what is asked for; nothing of who asks
     * @param made puts it together
     */
    Uni<PreparedPage> of(String key, Supplier<Uni<PreparedPage>> made) {
        PreparedPage found = find(key);
        return found != null ? Uni.createFrom().item(found)
                : made.get().invoke(page -> keep(key, page)).onTermination().invoke(() -> madeOrNot(key));
    }

    /** What is to be sent; {@code null} for whoever is to put it together. */
    private synchronized PreparedPage find(String key) {
        Kept found = kept.get(key);
        if (found == null) {
            return null;
        }
        long age = now() - found.since();
        boolean goesOn = age < moment || age < 2 * moment && !inTheMaking.add(key);
        return goesOn ? found.page() : null;
    }

    private synchronized void keep(String key, PreparedPage page) {
        if (moment > 0 && page.tag() != null && page.html().length() <= LARGEST) {
            kept.put(key, new Kept(page.shared(), now()));
        } else {
            kept.remove(key);
        }
    }

    private synchronized void madeOrNot(String key) {
        inTheMaking.remove(key);
    }

    long now() {
        return System.nanoTime();
    }
}
