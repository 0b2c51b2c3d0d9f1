package org.harmregistry.sources.incident.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.WhereAsked;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.incident.domain.IncidentDirectory;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/** Reads what an answer says of an incident, and follows mergers to the incident that speaks now. */
@ApplicationScoped
class IncidentsOverHttp implements IncidentDirectory {

    private static final Logger LOG = Logger.getLogger(IncidentsOverHttp.class);
    private static final String INCIDENTS = "/api/v1/incidents/";
    private static final int MOST_MERGERS = 5;
    /** All of this service's own questions about one incident together. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final IncidentRequests requests;
    private final ServiceIdentity identity;
    private final ObjectMapper mapper;

    IncidentsOverHttp(IncidentRequests requests, ServiceIdentity identity, ObjectMapper mapper) {
        this.requests = requests;
        this.identity = identity;
        this.mapper = mapper;
    }

    @Override
    public boolean isConfigured() {
        return requests.isConfigured();
    }

    @Override
    public boolean seesAll() {
        return identity.isConfigured();
    }

    @Override
    public Uni<IncidentFinding> ask(UUID incident) {
        return bounded(identity.authorization().chain(own -> own.isEmpty() ? follow(incident, null, MOST_MERGERS)
                : sight(incident, own.get(), MOST_MERGERS)), LONGEST);
    }

    @Override
    public Uni<IncidentFinding> ask(UUID incident, String authorization, Duration within) {
        return bounded(follow(incident, authorization, MOST_MERGERS), within);
    }

    private Uni<IncidentFinding> bounded(Uni<IncidentFinding> asking, Duration within) {
        if (!isConfigured()) {
            return Uni.createFrom().failure(IncidentsOverHttp::unavailable);
        }
        Uni<IncidentFinding> answered = asking.ifNoItem().after(within).failWith(IncidentsOverHttp::unavailable)
                .onFailure(failure -> !(failure instanceof Failure)).transform(failure -> {
                    LOG.debugf("incidents-service could not be asked: %s", failure.getClass().getSimpleName());
                    return unavailable();
                });
        return WhereAsked.goOn(answered);
    }

    private Uni<IncidentFinding> follow(UUID incident, String authorization, int left) {
        return requests.get(INCIDENTS + incident, authorization).chain(answer -> switch (answer.status()) {
            case IncidentAnswer.FOUND -> Uni.createFrom().item(() -> found(incident, answer.body()));
            case IncidentAnswer.NOT_FOUND -> Uni.createFrom().item(() -> notFound(answer.body()));
            default -> {
                UUID successor = named(answer.location());
                if (successor == null || left == 0) {
                    throw unavailable();
                }
                yield follow(successor, authorization, left - 1)
                        .map(finding -> finding.succeeding(finding.successor() == null ? successor : finding.successor()));
            }
        });
    }

    /** With its own rights this service learns for whom an incident is there, and nothing of what it says. */
    private Uni<IncidentFinding> sight(UUID incident, String authorization, int left) {
        return requests.get(INCIDENTS + incident + "/sight", authorization).chain(answer -> {
            if (answer.status() == IncidentAnswer.NOT_FOUND) {
                return Uni.createFrom().item(notFound(answer.body()));
            }
            JsonNode document = answer.status() == IncidentAnswer.FOUND ? of(incident, answer.body()) : null;
            if (document == null || !document.path("everybody").isBoolean()) {
                throw unavailable();
            }
            UUID successor = named(document.path("successor").textValue());
            if (successor == null) {
                return Uni.createFrom().item(new IncidentFinding(true, document.path("everybody").booleanValue(),
                        document.path("organisation").textValue(), null));
            }
            if (left == 0) {
                throw unavailable();
            }
            return sight(successor, authorization, left - 1)
                    .map(finding -> finding.succeeding(finding.successor() == null ? successor : finding.successor()));
        });
    }

    private IncidentFinding found(UUID incident, byte[] body) {
        JsonNode document = of(incident, body);
        boolean isPublic = "public".equals(document.path("publication").textValue())
                && "accepted".equals(document.path("status").textValue());
        return new IncidentFinding(true, isPublic, document.path("organisation").textValue(), null);
    }

    /** What is said of this incident and no other. */
    private JsonNode of(UUID incident, byte[] body) {
        JsonNode document = json(body);
        if (!incident.toString().equalsIgnoreCase(document.path("id").textValue())
                || document.path("organisation").textValue() == null) {
            throw unavailable();
        }
        return document;
    }

    /** Something between the two services may say 404, too: only the neighbour's own word counts. */
    private IncidentFinding notFound(byte[] body) {
        if (!"not_found".equals(json(body).path("code").textValue())) {
            throw unavailable();
        }
        return IncidentFinding.NOT_THERE;
    }

    private JsonNode json(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID named(String location) {
        if (location == null) {
            return null;
        }
        String path = location.split("[?#]", 2)[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        return RecordAddress.isId(last) ? UUID.fromString(last) : null;
    }

    private static Failure unavailable() {
        return Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE, "incidents-service cannot be asked for the moment.");
    }
}
