package org.harmregistry.incidents.count.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.harmregistry.incidents.count.domain.Claim;
import org.harmregistry.incidents.count.domain.ClaimBook;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * The claims over REST. Whatever is wrong with the neighbour - away, slow, refusing, talking nonsense, never ending - is the
 * same to us: its claims cannot be had for the moment.
 */
@ApplicationScoped
class RestClaimBook implements ClaimBook {

    private static final Logger LOG = Logger.getLogger(RestClaimBook.class);
    private static final int PAGE = 200;
    private static final int MOST_CLAIMS = 5_000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final CitationsApi api;
    private final ObjectMapper mapper;
    private final Vertx vertx;
    private final boolean configured;

    RestClaimBook(@RestClient CitationsApi api, ObjectMapper mapper, Vertx vertx,
            @ConfigProperty(name = "quarkus.rest-client.sources.url") Optional<String> url) {
        this.api = api;
        this.mapper = mapper;
        this.vertx = vertx;
        this.configured = url.filter(given -> !given.isBlank()).isPresent();
    }

    @Override
    public Uni<List<Claim>> about(List<UUID> incidents, String authorization) {
        if (!configured) {
            return Uni.createFrom().failure(RestClaimBook::unavailable);
        }
        return walkAll(List.copyOf(incidents), authorization, new ArrayList<>())
                .ifNoItem().after(LONGEST).failWith(RestClaimBook::unavailable)
                .onFailure(
                        failure -> !(failure instanceof Failure known && known.code() == CommonFailure.NEIGHBOUR_UNAVAILABLE))
                .transform(failure -> {
                    LOG.warnf("the claims of an incident could not be read: %s", failure.getClass().getSimpleName());
                    return unavailable();
                });
    }

    private Uni<List<Claim>> walkAll(List<UUID> incidents, String authorization, List<Claim> gathered) {
        return incidents.isEmpty() ? Uni.createFrom().item(gathered)
                : walk(incidents.get(0), authorization, null, gathered)
                        .chain(() -> walkAll(incidents.subList(1, incidents.size()), authorization, gathered));
    }

    private Uni<List<Claim>> walk(UUID incident, String authorization, String after, List<Claim> gathered) {
        return api.about(incident, PAGE, after, authorization)
                .chain(body -> vertx.executeBlocking(() -> read(body), false))
                .chain(page -> {
                    gathered.addAll(page.claims());
                    if (gathered.size() > MOST_CLAIMS) {
                        throw unavailable();
                    }
                    return page.next() == null ? Uni.createFrom().item(gathered)
                            : walk(incident, authorization, page.next(), gathered);
                });
    }

    private CitationPage read(InputStream body) throws IOException {
        try (body) {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > MOST_BYTES || System.nanoTime() > deadline) {
                    throw new IOException("more than a page of citations can be");
                }
            }
            return mapper.readValue(bytes.toByteArray(), CitationPage.class);
        }
    }

    private static Failure unavailable() {
        return Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE, "sources-service cannot be asked for claims for the moment.");
    }
}
