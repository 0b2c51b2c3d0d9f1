package org.harmregistry.reports.log.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.LogCondition;
import org.harmregistry.reports.log.domain.LogReading;

/**
 * The log as a whole.
 *
 * @param condition how it stands
 * @param meaning what that means
 * @param since since when, UTC
 * @param pending how many leaves wait for their place
 * @param size how many leaves the newest checkpoint covers
 * @param signedAt when it was signed, UTC
 * @param epochs all epochs, the newest first
 */
@Schema(name = "Log")
record LogView(LogCondition condition, String meaning, Instant since, long pending, Long size, Instant signedAt,
        List<EpochView> epochs) {

    /**
     * @param name its name in addresses
     * @param origin the log's name in its checkpoints
     * @param reason why it was begun; absent for the first
     * @param startedAt when, UTC
     * @param href its address
     */
    @Schema(name = "LogEpoch")
    record EpochView(String name, String origin, String reason, Instant startedAt, String href) {

        static EpochView of(Epoch epoch) {
            return new EpochView(epoch.name(), epoch.origin(), epoch.reason(), epoch.startedAt(),
                    "/api/v1/log/" + epoch.name());
        }
    }

    static LogView of(LogReading.Overview log) {
        return new LogView(log.standing().condition(), log.standing().condition().sentence(), log.standing().since(),
                log.standing().pending(), log.newest() == null ? null : log.newest().head().size(),
                log.newest() == null ? null : log.newest().signedAt(),
                log.epochs().stream().map(EpochView::of).toList());
    }
}
