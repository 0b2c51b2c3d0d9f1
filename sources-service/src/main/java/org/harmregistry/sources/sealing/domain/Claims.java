package org.harmregistry.sources.sealing.domain;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Lets one replica at a time do a piece of work; a claim that is not given back ends by itself after five minutes. */
public interface Claims {

    /** True if the work was claimed, false if another replica is at it. */
    Uni<Boolean> claim(String work);

    /** Gives the claim back. */
    Uni<Void> release(String work);

    /** Does the work if nobody else is at it, and gives the claim back whatever comes of it. */
    default Uni<Void> alone(String work, Supplier<Uni<Void>> task) {
        return claim(work).chain(claimed -> claimed
                ? task.get().onItemOrFailure().call((done, failure) -> release(work).onFailure().recoverWithNull())
                : Uni.createFrom().voidItem());
    }
}
