package org.harmregistry.incidents.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentList;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentWriting;
import org.harmregistry.incidents.incident.domain.ShownIncident;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns incidents into answers, each in the view of who asks. */
@ApplicationScoped
public class IncidentAnswers {

    private final ObjectMapper mapper;

    public IncidentAnswers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Response one(ShownIncident incident, Instant asOf, String ifNoneMatch) {
        return Answers.record(incident.json(asOf), incident.tag(), ifNoneMatch);
    }

    Response moved(UUID successor, UriInfo uri) {
        return Answers.moved(RecordAddress.of(IncidentWriting.COLLECTION, successor), uri);
    }

    Response list(IncidentList list, IncidentFilter filter, String ifNoneMatch, UriInfo uri) {
        Stream<String> lines = list.page().items().stream().map(incident -> incident.id() + ":" + incident.tag());
        Stream<String> behind = Stream.of(list.count() + " " + filter.asOf() + " " + list.placeNames());
        String tag = EntityTags.ofList(Stream.concat(lines, behind));
        return Answers.page(list.page(), json(list, filter), tag, ifNoneMatch, uri);
    }

    /** The items are JSON already; what stands behind them is made into it. */
    private String json(IncidentList list, IncidentFilter filter) {
        StringBuilder json = new StringBuilder(2_000 * (1 + list.page().items().size())).append("{\"items\":[");
        for (ShownIncident incident : list.page().items()) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(incident.json(null));
        }
        return json.append("],").append(text(IncidentListResponse.behindItems(list, filter)).substring(1)).toString();
    }

    Answer created(Incident incident, Caller caller) {
        ShownIncident shown = shown(incident, caller);
        return new Answer(201, "/api/v1/incidents/" + incident.id(), shown.tag(), shown.json(null));
    }

    Answer changed(Incident incident, Caller caller) {
        ShownIncident shown = shown(incident, caller);
        return new Answer(200, null, shown.tag(), shown.json(null));
    }

    Answer changed(List<Incident> incidents) {
        return new Answer(200, null, null, text(AcceptedResponse.of(incidents)));
    }

    private static ShownIncident shown(Incident incident, Caller caller) {
        return ShownIncident.of(incident, IncidentPolicy.viewFor(caller, incident));
    }

    private String text(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
