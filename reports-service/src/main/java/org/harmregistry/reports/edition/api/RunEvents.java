package org.harmregistry.reports.edition.api;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.live.LiveSource;
import org.harmregistry.kit.live.LiveStreams;
import org.harmregistry.reports.edition.domain.EditionRuns;
import org.harmregistry.reports.run.domain.Run;

import io.smallrye.mutiny.Uni;

/** A run as one reader follows it: each event is the whole run, its id the version, and the last one is its end. */
final class RunEvents implements LiveSource {

    private final EditionRuns runs;
    private final JsonReading json;
    private final Sse sse;
    private final Caller caller;
    private final UUID edition;
    private long told;
    private boolean ended;

    RunEvents(EditionRuns runs, JsonReading json, Sse sse, Caller caller, UUID edition) {
        this.runs = runs;
        this.json = json;
        this.sse = sse;
        this.caller = caller;
        this.edition = edition;
    }

    @Override
    public Uni<List<OutboundSseEvent>> next() {
        return runs.get(caller, edition).map(run -> {
            ended = run.state().hasEnded();
            if (run.version() == told) {
                return List.of();
            }
            told = run.version();
            return List.of(event(run));
        });
    }

    @Override
    public boolean hasEnded() {
        return ended;
    }

    private OutboundSseEvent event(Run run) {
        return LiveStreams.event(sse, Long.toString(run.version()), "run", json.tree(RunView.of(run)).toString());
    }
}
