package org.harmregistry.kit.export;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.DatabaseFailures;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.sqlclient.Pool;

/**
 * Answers exports: at most a few at once, each from one state of the register and with flat memory, at the pace of its
 * reader. A reader that takes nothing for too long is cut off.
 */
@ApplicationScoped
public class Exports {

    private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(2);

    private final Pool pool;
    private final ExportPosition position;
    private final DatabaseFailures failures;
    private final CurrentVertxRequest current;
    private final int atOnce;
    private final Duration stall;
    private final AtomicInteger running = new AtomicInteger();
    private final Map<ExportStream, Context> streams = new ConcurrentHashMap<>();

    public Exports(Pool pool, ExportPosition position, DatabaseFailures failures, CurrentVertxRequest current,
            @ConfigProperty(name = "registry.export.at-once", defaultValue = "4") int atOnce,
            @ConfigProperty(name = "registry.export.stall", defaultValue = "PT60S") Duration stall) {
        this.pool = pool;
        this.position = position;
        this.failures = failures;
        this.current = current;
        this.atOnce = atOnce;
        this.stall = stall;
    }

    /**
     * The answer to a request for an export: the stream, or 304 if nothing has happened in the collection since the reader's.
     * Its weak tag is made of the feed's position, the question and the view.
     *
     * @throws Failure 503 if too many exports run
     */
    public Uni<Response> answer(Export export, String ifNoneMatch) {
        return position.of(export.collection()).chain(at -> {
            String tag = tag(export, at);
            if (Preconditions.isNotModified(ifNoneMatch, tag)) {
                return Uni.createFrom().item(headers(Response.notModified(), tag).build());
            }
            ResponseBuilder answer = headers(Response.ok(), tag).type(export.format().type() + ";charset=UTF-8")
                    .header("Content-Disposition",
                            "attachment; filename=\"" + export.collection() + "." + export.format().term() + "\"");
            boolean bodyWanted = current.getCurrent().request().method() != HttpMethod.HEAD;
            return bodyWanted ? open(export).map(stream -> answer.entity(stream).build())
                    : Uni.createFrom().item(answer.build());
        });
    }

    private static ResponseBuilder headers(ResponseBuilder answer, String tag) {
        return answer.header("ETag", tag).header("Vary", "Authorization, Accept, Accept-Encoding")
                .header("Cache-Control", "no-cache");
    }

    private static String tag(Export export, String position) {
        String question = position + "\n" + export.format() + "\n" + export.sql() + "\n" + new TreeMap<>(export.parameters());
        return "W/\"" + CanonicalJson.digestOfText(question).substring("sha-256:".length(), "sha-256:".length() + 32) + "\"";
    }

    private Uni<ExportStream> open(Export export) {
        if (running.incrementAndGet() > atOnce) {
            running.decrementAndGet();
            return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED, "Too many exports run: try again shortly.")
                    .with("Retry-After", "10"));
        }
        Context context = Vertx.currentContext();
        AtomicBoolean givenUp = new AtomicBoolean();
        Uni<ExportCursor> opened = Uni.createFrom().<ExportCursor> emitter(emitter -> ExportCursor
                .open(pool, export, stall.toMillis()).onComplete(cursor -> {
                    if (cursor.failed()) {
                        emitter.fail(cursor.cause());
                    } else if (givenUp.get()) {
                        cursor.result().close();
                    } else {
                        emitter.complete(cursor.result());
                    }
                }));
        return opened.ifNoItem().after(FOR_A_CONNECTION).failWith(() -> {
            givenUp.set(true);
            return Failure.of(CommonFailure.OVERLOADED);
        }).chain(cursor -> begin(export, cursor, context))
                .onFailure().invoke(running::decrementAndGet)
                .onFailure().transform(failures::translate);
    }

    private Uni<ExportStream> begin(Export export, ExportCursor cursor, Context context) {
        return Uni.createFrom().completionStage(() -> cursor.next().toCompletionStage())
                .onFailure().invoke(cursor::close)
                .map(first -> new ExportStream(cursor, first, ExportText.of(export), context, this::ended))
                .invoke(stream -> streams.put(stream, context));
    }

    private void ended(ExportStream stream) {
        running.decrementAndGet();
        streams.remove(stream);
    }

    /**
     * Looks for readers that have gone to sleep: they hold a connection, and a state of the register that cannot be cleaned.
     */
    @Scheduled(every = "${registry.export.look-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cutOffSleepers() {
        Set.copyOf(streams.entrySet()).forEach(entry -> entry.getValue().runOnContext(look -> {
            if (entry.getKey().isStalled(stall.toNanos())) {
                entry.getKey().cut();
            }
        }));
    }
}
