package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationList;
import org.harmregistry.incidents.allegation.domain.AllegationPolicy;
import org.harmregistry.incidents.allegation.domain.TransitionRecord;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.Page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns allegations into answers, each in the view of who asks. */
@ApplicationScoped
public class AllegationAnswers {

    private static final String ADDRESS = "/api/v1/allegations/";

    private final ObjectMapper mapper;

    public AllegationAnswers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Response one(Allegation allegation, Caller caller, Instant asOf, String ifNoneMatch) {
        return Answers.record(response(allegation, caller, asOf), tag(allegation, caller, asOf), ifNoneMatch);
    }

    Response list(AllegationList list, Caller caller, String ifNoneMatch, UriInfo uri) {
        Page<AllegationResponse> page = list.page().map(allegation -> response(allegation, caller, null));
        Stream<String> lines = list.page().items().stream()
                .map(allegation -> allegation.id() + ":" + AllegationPolicy.tagFor(caller, allegation));
        Stream<String> rest = Stream.of(String.valueOf(page.page().next()), String.valueOf(list.count()),
                String.valueOf(list.asOf()));
        return Answers.page(page, new AllegationListResponse(page.items(), page.page(), list.count(), list.asOf()),
                EntityTags.ofList(Stream.concat(lines, rest)), ifNoneMatch, uri);
    }

    /** The transitions change with the allegation, so its tag is theirs. */
    Response transitions(TransitionRecord record, Caller caller, Instant asOf, String ifNoneMatch) {
        return Answers.record(
                TransitionListResponse.of(record, AllegationPolicy.viewFor(caller, record.allegation()), asOf),
                tag(record.allegation(), caller, asOf), ifNoneMatch);
    }

    Answer created(Allegation allegation, Caller caller) {
        return answer(201, ADDRESS + allegation.id(), allegation, caller);
    }

    Answer changed(Allegation allegation, Caller caller) {
        return answer(200, null, allegation, caller);
    }

    /** The allegation as an entry in its record of transitions has left it. */
    Answer recorded(TransitionRecord record, Caller caller) {
        return answer(201, ADDRESS + record.allegation().id() + "/transitions", record.allegation(), caller);
    }

    private Answer answer(int status, String location, Allegation allegation, Caller caller) {
        return new Answer(status, location, AllegationPolicy.tagFor(caller, allegation),
                json(response(allegation, caller, null)));
    }

    /** The answer about an instant tells which, so its tag does. */
    private static String tag(Allegation allegation, Caller caller, Instant asOf) {
        String tag = AllegationPolicy.tagFor(caller, allegation);
        return asOf == null ? tag
                : tag.substring(0, tag.length() - 1) + ".as-of-" + ChronoUnit.MICROS.between(Instant.EPOCH, asOf) + "\"";
    }

    private static AllegationResponse response(Allegation allegation, Caller caller, Instant asOf) {
        return AllegationResponse.of(allegation, AllegationPolicy.viewFor(caller, allegation), asOf);
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
