package org.harmregistry.reports.log.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.smallrye.mutiny.Uni;

/** The log for people to leaf through: how it stands, and what was logged, the newest first. */
@ApplicationScoped
public class LogPages {

    private static final int PAGE = 50;

    private final UnitOfWork unitOfWork;
    private final LogReading reading;
    private final LogEntries entries;
    private final LogKeys keys;

    LogPages(UnitOfWork unitOfWork, LogReading reading, LogEntries entries, LogKeys keys) {
        this.unitOfWork = unitOfWork;
        this.reading = reading;
        this.entries = entries;
        this.keys = keys;
    }

    /**
     * A page of the log.
     *
     * @param log how it stands
     * @param keys the keys that check its signatures; none before it has an epoch
     * @param entries what the newest checkpoint covers, the newest first
     * @param older the place below which the next page begins; {@code null} on the last
     */
    public record Shown(LogReading.Overview log, List<String> keys, List<LogEntries.Entry> entries, Long older) {
    }

    /** @param below the place below which the page begins; {@code null} for the newest */
    public Uni<Shown> of(Long below) {
        return reading.overview().chain(log -> {
            Checkpoint newest = log.newest();
            if (newest == null) {
                return Uni.createFrom().item(new Shown(log, List.of(), List.of(), null));
            }
            long from = below == null ? newest.head().size() : Math.min(below, newest.head().size());
            return unitOfWork.run(session -> entries.newest(session, newest.epoch(), from, PAGE)).map(found -> {
                long last = found.isEmpty() ? 0 : found.get(found.size() - 1).index();
                return new Shown(log, keys.verifierKeys(log.epochs().get(0).origin()), found, last > 0 ? last : null);
            });
        });
    }
}
