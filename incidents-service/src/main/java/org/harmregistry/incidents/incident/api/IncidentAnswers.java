package org.harmregistry.incidents.incident.api;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentDocuments;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentList;
import org.harmregistry.incidents.incident.domain.IncidentPolicy;
import org.harmregistry.incidents.incident.domain.IncidentView;
import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.Page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns incidents into answers, each in the view of who asks. */
@ApplicationScoped
public class IncidentAnswers {

    private final IncidentDocuments documents;
    private final ObjectMapper mapper;

    public IncidentAnswers(IncidentDocuments documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    Response one(Incident incident, Caller caller, String ifNoneMatch) {
        return Answers.record(response(incident, caller), tag(incident, caller), ifNoneMatch);
    }

    Response list(IncidentList list, IncidentFilter filter, Caller caller, String ifNoneMatch, UriInfo uri) {
        Page<IncidentResponse> page = list.page().map(incident -> response(incident, caller));
        String tag = EntityTags.ofList(list.page().items().stream()
                .map(incident -> incident.id() + ":" + tag(incident, caller)));
        return Answers.page(page, IncidentListResponse.of(page, list, filter), tag, ifNoneMatch, uri);
    }

    Answer created(Incident incident, Caller caller) {
        return new Answer(201, "/api/v1/incidents/" + incident.id(), tag(incident, caller), json(response(incident, caller)));
    }

    Answer changed(Incident incident, Caller caller) {
        return new Answer(200, null, tag(incident, caller), json(response(incident, caller)));
    }

    Answer changed(List<Incident> incidents) {
        return new Answer(200, null, null, json(AcceptedResponse.of(incidents)));
    }

    private IncidentResponse response(Incident incident, Caller caller) {
        return IncidentResponse.of(incident, documents.contentOf(incident), view(incident, caller));
    }

    private static IncidentView view(Incident incident, Caller caller) {
        return IncidentPolicy.viewFor(caller, incident);
    }

    private static String tag(Incident incident, Caller caller) {
        return view(incident, caller).tagOf(incident);
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
