package org.harmregistry.incidents.record;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What happened to the records of one kind: the revisions of each, and the feed of all. */
public final class RecordHistory<C extends RecordContent, R extends StoredRecord<C>> {

    private final RecordTools tools;
    private final RecordKind<C, R, ?> kind;

    public RecordHistory(RecordTools tools, RecordKind<C, R, ?> kind) {
        this.tools = tools;
        this.kind = kind;
    }

    /** A page of one record's revisions; they name who wrote them, so they are not for everybody. */
    public Uni<Response> revisions(Caller caller, String party, Object key, RevisionParameters asked, UriInfo uri) {
        return tools.revisions.effective(asked.request())
                .chain(request -> tools.unitOfWork.run(session -> session.find(kind.rowType(), key).chain(row -> {
                    StoredRecord<C> visible = RecordKeeping.visible(row, party);
                    caller.require(Role.ANALYST, Role.PUBLISHER, Role.ADMIN);
                    return tools.revisions.of(session, kind.collection(), visible.id(), request);
                }))).map(found -> Revisions.answer(found, asked.ifNoneMatch(), uri));
    }

    /** A page of the feed. */
    public Uni<ChangePage> changes(Caller caller, PageRequest page) {
        return tools.feed.read(kind.collection(), caller, page);
    }

    /** The feed live. */
    public Multi<OutboundSseEvent> follow(Caller caller, String after, String lastEventId, Sse sse) {
        return tools.live.follow(kind.collection(), caller, after, lastEventId, sse);
    }
}
