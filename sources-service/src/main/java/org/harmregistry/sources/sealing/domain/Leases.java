package org.harmregistry.sources.sealing.domain;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Lets one replica at a time do a piece of work; a lease that is not given back ends by itself after five minutes. */
public interface Leases {

    /** True if the lease was given, false if another replica is at it. */
    Uni<Boolean> claim(String work);

    /** Gives the lease back. */
    Uni<Void> release(String work);

    /** Does the work if nobody else is at it, and gives the lease back whatever comes of it. */
    default Uni<Void> alone(String work, Supplier<Uni<Void>> task) {
        return claim(work).chain(given -> given
                ? task.get().onItemOrFailure().call((done, failure) -> release(work).onFailure().recoverWithNull())
                : Uni.createFrom().voidItem());
    }
}
