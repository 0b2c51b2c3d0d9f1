package org.harmregistry.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.harmregistry.local.mongo.MongoPing;
import org.harmregistry.local.postgres.ServerAddress;
import org.harmregistry.local.postgres.ServiceDatabase;

/** Whether a part does its work at this moment, asked of the part itself and answered within about two seconds. */
final class Readiness {

    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
            .build();
    private final Secrets secrets;

    Readiness(Secrets secrets) {
        this.secrets = secrets;
    }

    boolean of(PartName name, Endpoint endpoint) {
        return switch (name) {
            case POSTGRESQL -> letsAServiceIn(endpoint);
            case MONGODB -> MongoPing.answers(endpoint.host(), endpoint.port());
            case ISSUER -> status(endpoint.base() + "/.well-known/openid-configuration") == 200;
            case INCIDENTS_SERVICE, SOURCES_SERVICE, REPORTS_SERVICE ->
                status("http://" + endpoint.host() + ":" + endpoint.managementPort() + "/q/health/ready") == 200;
            // The one answer that the gateway gives without a service behind it.
            case GATEWAY -> status(endpoint.base() + "/q") == 404;
        };
    }

    private boolean letsAServiceIn(Endpoint endpoint) {
        ServiceDatabase database = ServiceDatabase.ALL.get(0);
        return new ServerAddress(endpoint.host(), endpoint.port(), database.service(), secrets.get(database.service()),
                database.name()).answers();
    }

    private int status(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
