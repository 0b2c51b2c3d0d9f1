package org.harmregistry.incidents.victim.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.incidents.victim.domain.SeenVictim;
import org.harmregistry.incidents.victim.domain.VictimCounts;
import org.harmregistry.incidents.victim.domain.Victims;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;

/** Turns victims into answers, each in the view of who asks. */
@ApplicationScoped
class VictimAnswers {

    private final JsonReading json;
    private final CursorCodec cursors;

    VictimAnswers(JsonReading json, CursorCodec cursors) {
        this.json = json;
        this.cursors = cursors;
    }

    Response one(SeenVictim seen, Instant asOf, String ifNoneMatch) {
        return Answers.record(VictimResponse.of(seen, asOf), seen.tag(), ifNoneMatch);
    }

    Answer created(SeenVictim seen) {
        return new Answer(201, Victims.addressOf(seen.victim()), seen.tag(), json.tree(VictimResponse.of(seen)).toString());
    }

    Answer changed(SeenVictim seen) {
        return new Answer(200, null, seen.tag(), json.tree(VictimResponse.of(seen)).toString());
    }

    /** The id behind which the page begins; {@code null} for the first page. */
    UUID behind(PageRequest page, String question) {
        return page.after() == null ? null : UUID.fromString(cursors.decode(question, page.after(), 1).get(0));
    }

    Response page(List<SeenVictim> rows, PageRequest wanted, String question, Instant asOf, String ifNoneMatch,
            UriInfo uri) {
        Page<SeenVictim> page = Page.of(rows, wanted.limit(),
                last -> cursors.encode(question, List.of(last.victim().id().toString())));
        Stream<String> lines = page.items().stream().map(seen -> seen.victim().id() + ":" + seen.tag());
        String tag = EntityTags.ofList(Stream.concat(lines, Stream.of(page.page().next() + " " + asOf)));
        VictimPage body = new VictimPage(page.items().stream().map(VictimResponse::of).toList(), page.page(), asOf);
        return Answers.page(page, body, tag, ifNoneMatch, uri);
    }

    /** What a cursor is bound to: a reader with other rights would walk another list. */
    static String question(String incident, boolean withdrawn, String asOf, Caller caller) {
        return "victims of " + incident + " " + withdrawn + " " + asOf + " " + caller.organisation() + " " + caller.readsAll();
    }

    Response counts(VictimCounts counts, Instant asOf, String ifNoneMatch) {
        VictimCountsResponse body = VictimCountsResponse.of(counts, asOf);
        return Answers.record(body, EntityTags.ofList(Stream.of(json.tree(body).toString())), ifNoneMatch);
    }
}
