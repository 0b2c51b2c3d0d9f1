package org.harmregistry.sources.incident.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.incident.domain.IncidentDirectory;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Reads what an answer says of an incident, and follows mergers to the incident that speaks now. */
@ApplicationScoped
class IncidentsOverHttp implements IncidentDirectory {

    private static final Logger LOG = Logger.getLogger(IncidentsOverHttp.class);
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
    public boolean readsAll() {
        return identity.isConfigured();
    }

    @Override
    public Uni<IncidentFinding> ask(UUID incident) {
        return bounded(identity.authorization().chain(own -> follow(incident, own.orElse(null), MOST_MERGERS)), LONGEST);
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
        // Failures come from timers and other threads; what follows may be a unit of work, which stays on its own.
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? answered : answered.emitOn(next -> context.runOnContext(run -> next.run()));
        });
    }

    private Uni<IncidentFinding> follow(UUID incident, String authorization, int left) {
        return requests.get(incident, authorization).chain(answer -> switch (answer.status()) {
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

    private IncidentFinding found(UUID incident, byte[] body) {
        JsonNode document = json(body);
        String organisation = document.path("organisation").textValue();
        if (!incident.toString().equalsIgnoreCase(document.path("id").textValue()) || organisation == null) {
            throw unavailable();
        }
        boolean isPublic = "public".equals(document.path("publication").textValue())
                && "accepted".equals(document.path("status").textValue());
        return new IncidentFinding(true, isPublic, organisation, null);
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
