package org.harmregistry.reports.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Pages as they were a moment ago: while many ask for one page, it is put together once in a moment, for one of them, and the
 * others get the one before, for one more moment at most. Caches on the way are allowed more, so nobody sees anything older for
 * it. A page that stays the same stays in the same files.
 */
@ApplicationScoped
public class RecentPages {

    private static final int MOST = 32;
    private static final int LARGEST = 4 * 1024 * 1024;

    private final long moment;
    private final PageFiles files;
    private final Set<String> inTheMaking = new HashSet<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * @param file the page as a file; {@code null} as long as it is in memory alone
     */
    record Kept(PreparedPage page, PageFile file, long since) {
    }

    public RecentPages(@ConfigProperty(name = "registry.pages.moment") Duration moment, PageFiles files) {
        this.moment = moment.toNanos();
        this.files = files;
    }

    /**
     * @param key what is asked for: its address, with nothing of who asks
     * @param made puts it together
     */
    Uni<PreparedPage> of(String key, Supplier<Uni<PreparedPage>> made) {
        PreparedPage found = find(key);
        return found != null ? Uni.createFrom().item(found)
                : made.get().invoke(page -> keep(key, page)).onTermination().invoke(() -> madeOrNot(key));
    }

    /** A page that may be sent as a file; {@code null} where it is somebody's turn to put it together, or there is no file. */
    synchronized Kept ready(String key) {
        Kept found = kept.get(key);
        return found != null && found.file() != null && goesOn(found, inTheMaking.contains(key)) ? found : null;
    }

    /** What is to be sent; {@code null} for whoever is to put it together. */
    private synchronized PreparedPage find(String key) {
        Kept found = kept.get(key);
        return found != null && (goesOn(found, false) || goesOn(found, true) && !inTheMaking.add(key)) ? found.page() : null;
    }

    private boolean goesOn(Kept page, boolean nextIsMade) {
        return now() - page.since() < (nextIsMade ? 2 * moment() : moment());
    }

    private synchronized void keep(String key, PreparedPage page) {
        Kept before = kept.get(key);
        if (moment() == 0 || page.tag() == null || page.html().length() > LARGEST) {
            forget(key);
        } else if (before != null && before.page().tag().equals(page.tag())) {
            kept.put(key, new Kept(before.page(), before.file(), now()));
            if (before.file() == null) {
                write(key, before.page());
            }
        } else {
            forget(key);
            kept.put(key, new Kept(page, null, now()));
            write(key, page);
            if (kept.size() > MOST) {
                forget(kept.keySet().iterator().next());
            }
        }
    }

    private void write(String key, PreparedPage page) {
        files.write(page).subscribe().with(file -> written(key, page, file), failure -> {
            // It is sent from memory.
        });
    }

    private synchronized void written(String key, PreparedPage page, PageFile file) {
        Kept now = kept.get(key);
        if (now != null && now.file() == null && now.page().tag().equals(page.tag())) {
            kept.put(key, new Kept(page.in(file.mapped()), file, now.since()));
        } else {
            files.drop(file);
        }
    }

    /** A file that is not there any more is written anew with the next page. */
    synchronized void lost(String key, PageFile file) {
        Kept now = kept.get(key);
        if (now != null && now.file() == file) {
            forget(key);
        }
    }

    private void forget(String key) {
        Kept gone = kept.remove(key);
        if (gone != null && gone.file() != null) {
            files.drop(gone.file());
        }
    }

    /** Takes away what is too old for anybody, such as what was withdrawn and nobody asks for any more. */
    @Scheduled(every = "${registry.pages.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        sweepNow();
        return Uni.createFrom().voidItem();
    }

    private synchronized void sweepNow() {
        List<String> old = new ArrayList<>();
        kept.forEach((key, page) -> {
            if (!goesOn(page, true)) {
                old.add(key);
            }
        });
        old.forEach(this::forget);
    }

    private synchronized void madeOrNot(String key) {
        inTheMaking.remove(key);
    }

    /** How long a page is given without asking again, in nanoseconds; zero keeps none. */
    long moment() {
        return moment;
    }

    long now() {
        return System.nanoTime();
    }
}
