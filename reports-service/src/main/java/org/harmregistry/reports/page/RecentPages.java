package org.harmregistry.reports.page;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

/**
 * Pages as they were a moment ago: while many ask for one page at once, it is put together once in that moment. It is shorter
 * than
 * what caches on the way are allowed, so nobody sees anything older for it.
 */
@ApplicationScoped
public class RecentPages {

    private static final int MOST = 64;
    private static final int LARGEST = 1024 * 1024;

    private final long moment;
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(PreparedPage page, long until) {
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
        return found != null ? Uni.createFrom().item(found) : made.get().invoke(page -> keep(key, page));
    }

    private synchronized PreparedPage find(String key) {
        Kept found = kept.get(key);
        return found == null || System.nanoTime() - found.until() >= 0 ? null : found.page();
    }

    private synchronized void keep(String key, PreparedPage page) {
        if (moment > 0 && page.tag() != null && page.html().length <= LARGEST) {
            kept.put(key, new Kept(page, System.nanoTime() + moment));
        }
    }
}
