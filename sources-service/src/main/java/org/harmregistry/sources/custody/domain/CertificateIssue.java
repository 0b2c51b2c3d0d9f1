package org.harmregistry.sources.custody.domain;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.custody.domain.Verification.State;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Issues certificates of custody. */
@ApplicationScoped
public class CertificateIssue {

    private final CustodyReading reading;
    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final Vertx vertx;
    private final Clock clock;

    public CertificateIssue(CustodyReading reading, Checkpoints checkpoints, SigningKeys keys, Vertx vertx, Clock clock) {
        this.reading = reading;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * A certificate of a source's custody as it stands now.
     *
     * @param writing writes it down in the form that is wanted; may take the processor for a while
     * @return fails as reading the custody does, and with 409 {@code custody_not_intact} if there is nothing to certify
     */
    public Uni<byte[]> issue(Caller caller, UUID source, Function<Certificate, byte[]> writing) {
        return reading.read(caller, source).chain(chain -> {
            if (chain.verification().state() != State.INTACT) {
                throw Failure.of(CustodyFailure.CUSTODY_NOT_INTACT);
            }
            return checkpoints.newest().onFailure(Failure.class).recoverWithNull().chain(newest -> vertx.executeBlocking(
                    () -> writing.apply(Certificate.of(chain, newest, clock.instant(), keys)), false));
        });
    }
}
