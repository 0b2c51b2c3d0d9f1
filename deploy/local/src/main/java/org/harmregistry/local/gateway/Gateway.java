package org.harmregistry.local.gateway;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;

/**
 * The process {@code Gateway PORT PUBLIC_URL PART=URL…}: routes by {@link RouteTable}, on loopback. Bodies are passed on
 * as they come, in both directions.
 */
public final class Gateway extends AbstractVerticle {

    static final String REQUEST_ID = "X-Request-Id";

    /** Under this name an exchange carries the part that {@link Forwarding} chose. */
    static final String PART = "part";

    private static final Logger LOG = Logger.getLogger("gateway");
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int CONNECT_TIMEOUT_MILLIS = 1000;
    private static final int IDLE_SECONDS = 120;
    private static final int READ_ANSWER_SECONDS = 15;
    private static final int LONGEST_TARGET = 8192;
    private static final int LONGEST_HEADERS = 16384;
    private static final int CONNECTIONS_PER_PART = 64;

    private final int port;
    private final URI publicUrl;
    private final Map<String, URI> parts;
    private final RouteTable routes = RouteTable.read();

    Gateway(int port, URI publicUrl, Map<String, URI> parts) {
        this.port = port;
        this.publicUrl = publicUrl;
        this.parts = Map.copyOf(parts);
    }

    public static void main(String[] arguments) {
        Map<String, URI> parts = new HashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] part = arguments[i].split("=", 2);
            parts.put(part[0], URI.create(part[1]));
        }
        Gateway gateway = new Gateway(Integer.parseInt(arguments[0]), URI.create(arguments[1]), parts);
        Vertx.vertx().deployVerticle(gateway).onFailure(cause -> {
            LOG.log(Level.SEVERE, "the gateway cannot listen: {0}", cause.getMessage());
            Runtime.getRuntime().halt(1);
        });
    }

    @Override
    public void start(Promise<Void> started) {
        // An upgrade would go past the interceptor; nothing here speaks web socket.
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client())
                .addInterceptor(new Forwarding(publicUrl, routes, new Outages())).origin(this::connect);
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port)
                .setHandle100ContinueAutomatically(true).setHttp2ClearTextEnabled(false).setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(LONGEST_TARGET).setMaxHeaderSize(LONGEST_HEADERS);
        vertx.createHttpServer(options).requestHandler(request -> route(request, proxy)).listen()
                .<Void> mapEmpty().onComplete(started);
    }

    private HttpClient client() {
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS).setMaxInitialLineLength(LONGEST_TARGET).setMaxHeaderSize(LONGEST_HEADERS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_PART));
    }

    private void route(HttpServerRequest request, HttpProxy proxy) {
        String requestId = requestId(request);
        if (!isSound(request)) {
            Problem.MALFORMED_REQUEST.answerLast(request, requestId);
            return;
        }
        Optional<String> path = RequestPath.of(request.uri());
        if (path.isEmpty()) {
            Problem.MALFORMED_PATH.answer(request, requestId);
            return;
        }
        if (routes.part(path.get()).isEmpty()) {
            Problem.NOT_FOUND.answer(request, requestId);
            return;
        }
        request.headers().set(REQUEST_ID, requestId);
        proxy.handle(request);
    }

    /** An answer to a read is waited for a bounded time; a write may take as long as its body does. */
    private Future<HttpClientRequest> connect(ProxyContext context) {
        URI origin = parts.get(context.get(PART, String.class));
        RequestOptions options = new RequestOptions().setHost(origin.getHost()).setPort(origin.getPort())
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        HttpMethod method = context.request().getMethod();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            options.setIdleTimeout(TimeUnit.SECONDS.toMillis(READ_ANSWER_SECONDS));
        }
        return context.client().request(options);
    }

    /** What two programs in a row could read differently (RFC 9112: 3.2, 5.1 and 6.1) goes no further. */
    private static boolean isSound(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        boolean framed = codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        int hosts = request.headers().getAll("Host").size();
        return framed && (hosts == 1 || hosts == 0 && request.version() == HttpVersion.HTTP_1_0)
                && !request.headers().contains("");
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && ACCEPTED_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }
}
