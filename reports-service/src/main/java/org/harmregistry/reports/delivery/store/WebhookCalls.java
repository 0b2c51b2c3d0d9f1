package org.harmregistry.reports.delivery.store;

import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.web.WayOut;
import org.harmregistry.kit.web.WebFailure;
import org.harmregistry.kit.web.WebLocation;
import org.harmregistry.reports.delivery.domain.Attempt;
import org.harmregistry.reports.delivery.domain.Due;
import org.harmregistry.reports.delivery.domain.Outcome;
import org.harmregistry.reports.delivery.domain.Sending;
import org.harmregistry.reports.delivery.domain.WebhookMessage;
import org.harmregistry.reports.delivery.domain.WebhookSignature;
import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.SubscriptionSecrets;
import org.harmregistry.reports.subscription.domain.WebhookTargets;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;

/**
 * Calls webhooks. The connection is made to the address that was checked, while the request and the certificate are those
 * of the host's name; no redirect is followed, and nothing of the answer is read but its status and how long it asks to
 * wait.
 */
@ApplicationScoped
class WebhookCalls implements Sending {

    private static final int GONE = 410;
    private static final int MOST_DIGITS = 5;
    /** Of causes behind each other. */
    private static final int DEEPEST = 10;
    /** To one host; more calls than that are never made at once. */
    private static final int MOST_CONNECTIONS = 512;

    private final HttpClient client;
    private final WebhookTargets targets;
    private final WayOut way;
    private final SubscriptionSecrets secrets;
    private final WebhookMessage message;
    private final Clock clock;
    private final Duration longest;

    WebhookCalls(Vertx vertx, WebhookTargets targets, WayOut way, SubscriptionSecrets secrets, WebhookMessage message,
            Clock clock, @ConfigProperty(name = "registry.webhooks.longest") Duration longest) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(5_000).setKeepAlive(false)
                .setIdleTimeout((int) longest.toSeconds() + 1).setMaxHeaderSize(16 * 1024)
                .setMaxInitialLineLength(4_096), new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.targets = targets;
        this.way = way;
        this.secrets = secrets;
        this.message = message;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Uni<Attempt> send(Due due) {
        long began = System.nanoTime();
        return Uni.createFrom().deferred(() -> call(due, began))
                .ifNoItem().after(longest).fail()
                .onFailure().recoverWithItem(failure -> Attempt.without(outcomeOf(failure), since(began)));
    }

    private Uni<Attempt> call(Due due, long began) {
        List<byte[]> signing = secrets.signing(due.subscription(), due.secret(), clock.instant());
        if (signing.isEmpty()) {
            return Uni.createFrom().item(Attempt.without(Outcome.KEY_MISSING, since(began)));
        }
        byte[] body = message.body(due.announcement());
        return targets.reach(due.url()).chain(target -> client.request(request(target, due, signing, body)))
                .chain(request -> request.send(Buffer.buffer(body)))
                .map(response -> attempt(response, began));
    }

    private RequestOptions request(WebhookTargets.Target target, Due due, List<byte[]> signing, byte[] body) {
        WebLocation location = target.location();
        InetSocketAddress to = way.to(target.address(), location.port());
        String id = due.announcement().messageId().toString();
        long timestamp = clock.instant().getEpochSecond();
        return new RequestOptions().setMethod(HttpMethod.POST).setSsl(location.secure())
                .setServer(SocketAddress.inetSocketAddress(to.getPort(), to.getAddress().getHostAddress()))
                .setHost(location.host()).setPort(location.port()).setURI(location.target()).setFollowRedirects(false)
                .putHeader("Content-Type", "application/json").putHeader("Accept", "*/*")
                .putHeader("User-Agent", "CivilianHarmRegistry").putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", WebhookSignature.header(signing, id, timestamp, body));
    }

    private static Attempt attempt(HttpClientResponse response, long began) {
        int status = response.statusCode();
        Duration wait = seconds(response.getHeader("Retry-After"));
        // What it goes on to say is not read: it may have no end. Without anybody to tell, the client would log the end of it.
        response.exceptionHandler(cut -> {
        });
        response.request().reset();
        return new Attempt(outcomeOf(status), status, since(began), wait);
    }

    private static Outcome outcomeOf(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DELIVERED;
        }
        if (status >= 300 && status < 400) {
            return Outcome.REDIRECTED;
        }
        return status == GONE ? Outcome.GONE : Outcome.REFUSED;
    }

    private static Outcome outcomeOf(Throwable failure) {
        if (failure instanceof Failure known) {
            return known.code() == WebFailure.HOST_UNKNOWN ? Outcome.UNREACHABLE : Outcome.ADDRESS_NOT_ALLOWED;
        }
        if (isAboutCertificate(failure)) {
            return Outcome.CERTIFICATE_REFUSED;
        }
        return failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException
                ? Outcome.TIMED_OUT
                : Outcome.UNREACHABLE;
    }

    private static boolean isAboutCertificate(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST)
                .anyMatch(CertificateException.class::isInstance);
    }

    /** The header's form in seconds; its other form, a date, is not taken. */
    private static Duration seconds(String header) {
        return header != null && header.matches("[0-9]{1," + MOST_DIGITS + "}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : null;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
