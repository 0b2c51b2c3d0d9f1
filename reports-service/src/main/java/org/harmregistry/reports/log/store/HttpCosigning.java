package org.harmregistry.reports.log.store;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.reports.log.domain.Cosigner;
import org.harmregistry.reports.log.domain.Cosigning;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** Asks witnesses over HTTP. No redirect is followed, and no more is read than a few lines of signatures can be. */
@ApplicationScoped
class HttpCosigning implements Cosigning {

    private static final int MOST_READ = 64 * 1024;
    /** The client's own limit comes first; this one ends an answer that never does. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final HttpClient client;
    private final Duration longest;

    HttpCosigning(Vertx vertx, @ConfigProperty(name = "registry.log.witness-longest") Duration longest) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) longest.toMillis())
                .setMaxHeaderSize(16 * 1024).setMaxInitialLineLength(4_096));
        this.longest = longest;
    }

    @Override
    public Uni<Answer> add(Cosigner cosigner, String request) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(cosigner.address().toString())
                .setFollowRedirects(false).setTimeout(longest.toMillis()).putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("User-Agent", "CivilianHarmRegistry");
        return Uni.createFrom().deferred(() -> client.request(options).chain(sent -> sent.send(Buffer.buffer(request)))
                .chain(HttpCosigning::answer)).ifNoItem().after(longest.plus(MARGIN)).fail();
    }

    private static Uni<Answer> answer(HttpClientResponse response) {
        // Without anybody to tell, the client would log the end of what is cut.
        response.exceptionHandler(cut -> {
        });
        return response.toMulti().onItem().scan(Buffer::buffer, (read, more) -> {
            if (read.length() + more.length() > MOST_READ) {
                throw new IllegalStateException("the answer has no end");
            }
            return read.appendBuffer(more);
        }).collect().last().map(read -> new Answer(response.statusCode(), read.toString()))
                .onTermination().invoke((answer, failure, cancelled) -> {
                    if (answer == null) {
                        response.request().reset();
                    }
                });
    }
}
