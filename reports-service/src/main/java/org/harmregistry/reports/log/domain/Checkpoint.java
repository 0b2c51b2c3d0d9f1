package org.harmregistry.reports.log.domain;

import java.time.Instant;
import java.util.List;

/**
 * A signed tree head.
 *
 * @param epoch name of the epoch
 * @param head what is signed
 * @param note the signed note (C2SP signed-note), as it is served
 * @param key the verifier key that checks it
 * @param signedAt when, UTC
 */
public record Checkpoint(String epoch, TreeHead head, String note, String key, Instant signedAt) {

    /** The text that is signed. */
    String body() {
        return note.substring(0, note.indexOf("\n\n") + 1);
    }

    /** The same with the signatures of outside witnesses under that of the log. */
    Checkpoint cosigned(List<String> lines) {
        StringBuilder signed = new StringBuilder(note);
        lines.forEach(line -> signed.append(line).append('\n'));
        return new Checkpoint(epoch, head, signed.toString(), key, signedAt);
    }
}
