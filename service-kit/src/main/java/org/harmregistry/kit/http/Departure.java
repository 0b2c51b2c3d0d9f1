package org.harmregistry.kit.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.channel.Channel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * How a replica leaves without anybody noticing. At first its readiness is down and each answer closes its connection, as the
 * platform has it. Halfway through the delay it takes no new connections any more, while those that are open are still served:
 * whoever passes requests on meets a closed door before it has sent anything, and may ask another replica even with a write.
 */
@ApplicationScoped
public class Departure {

    /** Before all other filters: also a request that one of them refuses came through a door. */
    private static final int PRIORITY = 1_000;

    private final Vertx vertx;
    private final Duration delay;
    private final Set<Channel> doors = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param delay how long a replica that was asked to end goes on serving, zero or more */
    public Departure(Vertx vertx, @ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
        this.vertx = vertx;
        this.delay = delay;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::noteDoor, PRIORITY);
    }

    /** The platform names the listening sockets to nobody; each connection knows its own. */
    void noteDoor(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            Channel door = connection.channel().parent();
            if (door != null && doors.add(door) && closed) {
                door.close();
            }
        }
        request.next();
    }

    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        long half = delay.toMillis() / 2;
        if (half == 0) {
            closeDoors();
        } else {
            vertx.setTimer(half, later -> closeDoors());
        }
    }

    private void closeDoors() {
        closed = true;
        doors.forEach(Channel::close);
    }
}
