package org.harmregistry.reports.delivery.domain;

import org.harmregistry.reports.subscription.domain.Channel;

import io.smallrye.mutiny.Uni;

/** Sends by one channel. */
public interface Sending {

    Channel channel();

    /** Tries once, in bounded time; never fails, whatever happens is an outcome. */
    Uni<Attempt> send(Due due);
}
