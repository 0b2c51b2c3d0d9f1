package org.harmregistry.reports.edition.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.live.LiveStreams;
import org.harmregistry.reports.edition.domain.EditionRuns;
import org.harmregistry.reports.run.domain.Run;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;

/** Decides who may follow a run while the status can still be sent. */
public class RunAdmission {

    private final EditionRuns runs;
    private final LiveStreams streams;
    private final CurrentCaller caller;

    public RunAdmission(EditionRuns runs, LiveStreams streams, CurrentCaller caller) {
        this.runs = runs;
        this.streams = streams;
        this.caller = caller;
    }

    /** Who has read the end of a run already is told by 204 to come no more (HTML, server-sent events). */
    @ServerRequestFilter
    @FollowedRun
    public Uni<Response> admit(ContainerRequestContext request) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        String last = request.getHeaderString("Last-Event-ID");
        return runs.get(caller.get(), RecordAddress.id(id)).map(run -> {
            streams.requireRoom();
            return knowsTheEnd(run, last) ? Response.noContent().build() : null;
        });
    }

    private static boolean knowsTheEnd(Run run, String last) {
        return run.state().hasEnded() && Long.toString(run.version()).equals(last);
    }
}
