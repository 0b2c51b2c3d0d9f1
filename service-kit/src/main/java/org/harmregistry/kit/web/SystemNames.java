package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Names as the operating system looks them up; that may block, hence on a worker thread. */
@ApplicationScoped
@DefaultBean
class SystemNames implements NameResolution {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Vertx vertx;

    SystemNames(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Uni<List<InetAddress>> addressesOf(String name) {
        return vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(name)), false).ifNoItem().after(LONGEST).fail();
    }
}
