package org.harmregistry.sources.sealing.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/**
 * Tells equal texts from others without telling the text: where elsewhere a digest is kept, which anybody could compare with
 * the digests of guesses, here stands a mark that only who holds the index key can make.
 */
@ApplicationScoped
public class Marks {

    private static final int BYTES = 32;

    private final KeyRing ring;
    private final SealingWork work;
    private final SealingAlerts alerts;

    Marks(KeyRing ring, SealingWork work, SealingAlerts alerts) {
        this.ring = ring;
        this.work = work;
        this.alerts = alerts;
    }

    /** The mark of a text; fails with 503 {@code keys_unavailable}. */
    public Uni<String> of(String text) {
        return work.run(() -> {
            try {
                KeyRing.Keys keys = ring.current();
                byte[] mark = keys.index().get(keys.indexPrimary())
                        .compute(("mark\n" + text).getBytes(StandardCharsets.UTF_8), BYTES);
                return "mark:" + HexFormat.of().formatHex(mark);
            } catch (GeneralSecurityException e) {
                alerts.ringUnavailable(e);
                throw Failure.of(SealingFailure.KEYS_UNAVAILABLE);
            }
        });
    }
}
