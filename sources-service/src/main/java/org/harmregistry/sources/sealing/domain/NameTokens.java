package org.harmregistry.sources.sealing.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

import com.google.crypto.tink.prf.Prf;

import io.smallrye.mutiny.Uni;

/**
 * Makes the tokens that stand for names in the index, by a keyed function: without the key a list of all names of the world
 * gives no match. Not to be used inside a session.
 */
@ApplicationScoped
public class NameTokens {

    private static final int BYTES = 16;

    private final KeyRing ring;
    private final SealingWork work;
    private final SealingAlerts alerts;

    NameTokens(KeyRing ring, SealingWork work, SealingAlerts alerts) {
        this.ring = ring;
        this.work = work;
        this.alerts = alerts;
    }

    /** False if the operator has named no keys at all: then there are no tokens. */
    public boolean isConfigured() {
        return ring.isConfigured();
    }

    /** Tokens of names under the key that is used for what is new. */
    public Uni<List<NameToken>> of(List<String> names) {
        return made(() -> {
            KeyRing.Keys keys = ring.current();
            List<NameToken> tokens = new ArrayList<>();
            for (String name : names) {
                tokens.add(token(keys.indexPrimary(), keys.index().get(keys.indexPrimary()), name));
            }
            return tokens;
        });
    }

    /** The tokens that one name may stand under: one for each key in use. */
    public Uni<List<NameToken>> anyOf(String name) {
        return made(() -> {
            List<NameToken> tokens = new ArrayList<>();
            for (var key : ring.current().index().entrySet()) {
                tokens.add(token(key.getKey(), key.getValue(), name));
            }
            return tokens;
        });
    }

    /** Name of the key that is used for what is new. */
    public Uni<String> primary() {
        return made(() -> ring.current().indexPrimary());
    }

    private static NameToken token(String key, Prf prf, String name) throws GeneralSecurityException {
        byte[] token = prf.compute(("name\n" + name).getBytes(StandardCharsets.UTF_8), BYTES);
        return new NameToken(key, HexFormat.of().formatHex(token));
    }

    private <T> Uni<T> made(Callable<T> tokens) {
        return work.run(() -> {
            try {
                return tokens.call();
            } catch (GeneralSecurityException e) {
                alerts.ringUnavailable(e);
                throw Failure.of(SealingFailure.KEYS_UNAVAILABLE);
            }
        });
    }
}
