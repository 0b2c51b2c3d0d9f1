package org.harmregistry.reports.edition.api;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunProblem;
import org.harmregistry.reports.run.domain.RunState;
import org.harmregistry.reports.run.domain.RunStep;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A run as the registry's staff sees it.
 *
 * @param edition what it makes
 * @param state how it stands
 * @param step what it is at, or was at when it ended; absent before it began
 * @param done how much of the step is done: records, answers or files, as the step says
 * @param total how much there is to do in the step; absent where nobody knows before
 * @param file the file that was begun last; absent outside rendering
 * @param orderedBy who ordered the edition; absent where it was due by itself
 * @param orderedAt since when it waits, UTC
 * @param beganAt when it was first begun, UTC
 * @param endedAt when it ended, UTC
 * @param attempts how often it was begun
 * @param nextAttemptAt before which it is not tried again, UTC; absent where nothing holds it
 * @param problem why it waits or failed, as a problem document
 * @param reason why it was called off
 * @param version goes up with each change
 */
@Schema(name = "EditionRun")
public record RunView(Made edition, RunState state, RunStep step, Long done, Long total, WrittenFile file, String orderedBy,
        Instant orderedAt, Instant beganAt, Instant endedAt, int attempts, Instant nextAttemptAt,
        @Schema(type = SchemaType.OBJECT, implementation = RunProblem.class) @JsonRawValue String problem, String reason,
        long version) {

    /**
     * @param id the edition
     * @param href where to read it
     */
    @Schema(name = "EditionOfRun")
    public record Made(UUID id, String href) {
    }

    /**
     * @param format its format, such as pdf
     * @param language its language, such as ar
     */
    @Schema(name = "FileOfRun")
    public record WrittenFile(String format, String language) {
    }

    static RunView of(Run run) {
        Run.Progress progress = run.progress();
        return new RunView(new Made(run.edition(), "/api/v1/editions/" + run.edition()), run.state(),
                progress == null ? null : progress.step(), progress == null ? null : progress.done(),
                progress == null ? null : progress.total(),
                progress == null || progress.format() == null ? null : new WrittenFile(progress.format(), progress.language()),
                run.orderedBy(), run.orderedAt(), run.beganAt(), run.endedAt(), run.attempts(), run.nextAttemptAt(),
                run.problem(), run.reason(), run.version());
    }

    static String address(UUID edition) {
        return "/api/v1/editions/" + edition + "/run";
    }

    static String tag(Run run) {
        return EntityTags.of(run.version(), "run");
    }
}
