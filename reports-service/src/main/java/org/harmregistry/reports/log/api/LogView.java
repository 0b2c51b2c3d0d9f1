package org.harmregistry.reports.log.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.LogAudit;
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
 * @param audit what the last pass over the whole log found; absent before the first
 * @param epochs all epochs, the newest first
 * @param witnesses outside witnesses, and how far they have come in the newest epoch
 */
@Schema(name = "Log")
record LogView(LogCondition condition, String meaning, Instant since, long pending, Long size, Instant signedAt,
        Audit audit, List<EpochView> epochs, List<WitnessView> witnesses) {

    /**
     * @param epoch the epoch that was gone through
     * @param size how many leaves
     * @param firstWrong the first place from which on the register does not hold what was signed; absent if it does
     * @param finishedAt when the pass ended, UTC
     */
    @Schema(name = "LogAudit")
    record Audit(String epoch, long size, Long firstWrong, Instant finishedAt) {

        static Audit of(LogAudit.Finding found) {
            return found == null ? null : new Audit(found.epoch(), found.size(), found.firstWrong(), found.finishedAt());
        }
    }

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

    /**
     * @param name its name in signatures
     * @param key the key that checks them (C2SP signed-note, tlog-cosignature)
     * @param size how many leaves the largest checkpoint covers that it cosigned; absent before the first
     * @param cosignedAt when it did, by its own clock, UTC
     */
    @Schema(name = "LogWitness")
    record WitnessView(String name, String key, Long size, Instant cosignedAt) {

        static WitnessView of(LogReading.Witnessed witness) {
            return new WitnessView(witness.cosigner().name(), witness.cosigner().key(),
                    witness.reached() == null ? null : witness.reached().size(),
                    witness.reached() == null ? null : witness.reached().at());
        }
    }

    static LogView of(LogReading.Overview log) {
        return new LogView(log.standing().condition(), log.standing().condition().sentence(), log.standing().since(),
                log.standing().pending(), log.newest() == null ? null : log.newest().head().size(),
                log.newest() == null ? null : log.newest().signedAt(), Audit.of(log.audited()),
                log.epochs().stream().map(EpochView::of).toList(), log.witnesses().stream().map(WitnessView::of).toList());
    }
}
