package org.harmregistry.reports.inquiry;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.reports.run.domain.RunProblem;
import org.harmregistry.reports.run.domain.RunState;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A trial or a recomputation that nobody waits for, as those see it who may ask.
 *
 * @param id the inquiry
 * @param state waiting, running, done or failed
 * @param askedBy who asked
 * @param askedAt when, UTC
 * @param beganAt when it was first begun, UTC
 * @param endedAt when it ended, UTC; a day later it is forgotten
 * @param attempts how often it was begun
 * @param nextAttemptAt before which it is not tried again, UTC; absent once it has ended
 * @param problem why it waits or failed, as a problem document
 * @param answer what the same request is answered with by who waits for it; absent before it is done
 * @param version goes up with each change
 */
@Schema(name = "Inquiry")
public record InquiryView(UUID id, RunState state, String askedBy, Instant askedAt, Instant beganAt, Instant endedAt,
        int attempts, Instant nextAttemptAt,
        @Schema(type = SchemaType.OBJECT, implementation = RunProblem.class) @JsonRawValue String problem,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String answer, long version) {

    public static InquiryView of(Inquiry inquiry) {
        return new InquiryView(inquiry.id(), inquiry.state(), inquiry.askedBy(), inquiry.askedAt(), inquiry.beganAt(),
                inquiry.endedAt(), inquiry.attempts(), inquiry.state().hasEnded() ? null : inquiry.nextAttemptAt(),
                inquiry.problem(), inquiry.answer(), inquiry.version());
    }

    public static String tag(Inquiry inquiry) {
        return EntityTags.of(inquiry.version(), "inquiry");
    }
}
