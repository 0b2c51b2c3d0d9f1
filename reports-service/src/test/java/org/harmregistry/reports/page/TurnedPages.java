package org.harmregistry.reports.page;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pages of the running service by a clock that tests turn; they are kept for as long as a test says. */
@Alternative
@Priority(1)
@Singleton
public class TurnedPages extends RecentPages {

    private volatile long moment;
    private volatile long now;

    public TurnedPages(@ConfigProperty(name = "registry.pages.moment") Duration moment, PageFiles files) {
        super(moment, files);
        this.moment = moment.toNanos();
    }

    /** Keeps pages for so long from now on. */
    public void keepFor(Duration time) {
        moment = time.toNanos();
    }

    public void turn(Duration time) {
        now += time.toNanos();
    }

    /** Where the page of an address lies; {@code null} if it would not be sent as a file. */
    public Path fileOf(String address) {
        Kept found = ready(address);
        return found == null ? null : found.file().plain();
    }

    @Override
    long moment() {
        return moment;
    }

    @Override
    long now() {
        return now;
    }
}
