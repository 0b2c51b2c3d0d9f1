package org.harmregistry.incidents.count.api;

import java.time.Instant;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.harmregistry.incidents.count.domain.CurrentCounts;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.json.JsonReading;

/** Turns counts into answers. */
@ApplicationScoped
class CountAnswers {

    private final JsonReading json;

    CountAnswers(JsonReading json) {
        this.json = json;
    }

    Response one(CurrentCounts counts, Instant asOf, String ifNoneMatch) {
        CountsResponse body = CountsResponse.of(counts, asOf);
        return Answers.record(body, EntityTags.ofList(Stream.of(json.tree(body).toString())), ifNoneMatch);
    }

    Answer settled(CurrentCounts counts) {
        return new Answer(200, null, null, json.tree(CountsResponse.of(counts)).toString());
    }
}
