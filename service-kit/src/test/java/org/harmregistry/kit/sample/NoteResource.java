package org.harmregistry.kit.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.history.ChangeFeed;
import org.harmregistry.kit.history.ChangePage;
import org.harmregistry.kit.history.Followed;
import org.harmregistry.kit.history.History;
import org.harmregistry.kit.history.LiveFeed;
import org.harmregistry.kit.history.RevisionParameters;
import org.harmregistry.kit.history.Revisions;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.CurrentCaller;
import org.harmregistry.kit.identity.Role;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@Path("/notes")
public class NoteResource {

    record NoteBody(String text, Boolean shown, Integer pages, LocalDate on, List<NoteBody> parts) {
    }

    record NoteAnswer(UUID id, long version, String text) {
    }

    private final CurrentCaller caller;
    private final JsonReading json;
    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final History history;
    private final ChangeFeed feed;
    private final LiveFeed live;
    private final Revisions revisions;

    NoteResource(CurrentCaller caller, JsonReading json, UnitOfWork unitOfWork, Idempotency idempotency, History history,
            ChangeFeed feed, LiveFeed live, Revisions revisions) {
        this.caller = caller;
        this.json = json;
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.history = history;
        this.feed = feed;
        this.live = live;
        this.revisions = revisions;
    }

    @POST
    @RolesAllowed(Role.CONTRIBUTOR)
    @Consumes("application/json")
    public Uni<Response> create(@HeaderParam("Idempotency-Key") String key, @QueryParam("late") String late, byte[] body) {
        Caller by = caller.get();
        NoteBody wanted = json.read(body, NoteBody.class);
        IdempotentCall call = IdempotentCall.of(by, "createNote", key, body);
        return unitOfWork.run(session -> idempotency.once(session, call, () -> create(session, by, wanted))
                .call(() -> commitLate(session, late)))
                .map(Answer::toResponse);
    }

    private Uni<Answer> create(Mutiny.Session session, Caller by, NoteBody wanted) {
        Note note = new Note();
        note.id = UUID.randomUUID();
        note.text = wanted.text();
        note.owner = by.requiredOrganisation();
        note.shown = Boolean.TRUE.equals(wanted.shown());
        return session.persist(note).chain(() -> record(session, by, note, "created", false))
                .map(done -> new Answer(201, "/api/v1/notes/" + note.id, EntityTags.of(note.version + 1, "own"),
                        json.tree(answer(note)).toString()));
    }

    private Uni<Void> record(Mutiny.Session session, Caller by, Note note, String kind, boolean before) {
        return session.flush().chain(() -> history.append(session, by, List.of(new Change("notes", note.id, note.version + 1,
                kind, null, Instant.now().truncatedTo(ChronoUnit.MICROS), json.tree(answer(note)), before, note.shown,
                note.owner))));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Uni<Response> read(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Caller by = caller.get();
        return unitOfWork.run(session -> visible(session, id, by))
                .map(note -> Answers.record(answer(note), EntityTags.of(note.version + 1, "own"), ifNoneMatch));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({ Role.CONTRIBUTOR, Role.ANALYST })
    @Consumes("application/merge-patch+json")
    public Uni<Response> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch,
            @QueryParam("late") String late, byte[] body) {
        Caller by = caller.get();
        return unitOfWork.run(session -> visible(session, id, by).chain(note -> {
            NoteBody wanted = json.convert(json.readObject(body), NoteBody.class);
            Preconditions.requireMatch(ifMatch, EntityTags.of(note.version + 1, "own"));
            boolean before = note.shown;
            note.text = wanted.text() == null ? note.text : wanted.text();
            note.shown = wanted.shown() == null ? note.shown : wanted.shown();
            return record(session, by, note, "changed", before).call(() -> commitLate(session, late)).replaceWith(note);
        })).map(note -> Answers.record(answer(note), EntityTags.of(note.version + 1, "own"), null));
    }

    /** Stands for whatever makes one transaction take longer than another: seconds between its writing and its commit. */
    private static Uni<Void> commitLate(Mutiny.Session session, String late) {
        return late == null ? Uni.createFrom().voidItem()
                : session
                        .createNativeQuery("select 1 from pg_sleep(cast(cast(:late as text) as double precision))",
                                Integer.class)
                        .setParameter("late", late).getSingleResult().replaceWithVoid();
    }

    @GET
    @Path("/{id}/revisions")
    @RolesAllowed(Role.ANALYST)
    public Uni<Response> revisions(@PathParam("id") UUID id, @BeanParam RevisionParameters asked,
            @Context UriInfo uri) {
        return revisions.effective(asked.request())
                .chain(request -> unitOfWork.run(session -> revisions.of(session, "notes", id, request)))
                .map(page -> Revisions.answer(page, asked.ifNoneMatch(), uri));
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Followed("notes")
    @Produces(LiveFeed.MEDIA_TYPE)
    public Multi<OutboundSseEvent> follow(@QueryParam("after") String after,
            @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return live.follow("notes", caller.get(), after, lastEventId, sse);
    }

    @GET
    @Path("/changes")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ChangePage> changes(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        return feed.read("notes", caller.get(), PageRequest.of(limit, after));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public Uni<String> broken() {
        throw new IllegalStateException("select secret from table of org.harmregistry.Inside");
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "never";
    }

    private static Uni<Note> visible(Mutiny.Session session, UUID id, Caller by) {
        return session.find(Note.class, id).onItem().transform(note -> {
            if (note == null || !(note.shown || by.belongsTo(note.owner) || by.readsAll())) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return note;
        });
    }

    private static NoteAnswer answer(Note note) {
        return new NoteAnswer(note.id, note.version + 1, note.text);
    }
}
