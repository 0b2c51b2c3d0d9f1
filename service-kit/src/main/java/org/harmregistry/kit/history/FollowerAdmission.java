package org.harmregistry.kit.history;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;

/**
 * Refuses a follower with a problem of its own: a stream sends its status before anything is read, and could then only break
 * off.
 */
public class FollowerAdmission {

    private final LiveFeed live;

    public FollowerAdmission(LiveFeed live) {
        this.live = live;
    }

    @ServerRequestFilter
    @Followed
    public Uni<Response> admit(ResourceInfo resource, ContainerRequestContext request) {
        String collection = resource.getResourceMethod().getAnnotation(Followed.class).value();
        return live.admit(collection, request.getUriInfo().getQueryParameters().getFirst("after"),
                request.getHeaderString("Last-Event-ID")).replaceWith(() -> null);
    }
}
