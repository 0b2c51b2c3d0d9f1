package org.harmregistry.sources.retrieval.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.web.WayOut;
import org.harmregistry.kit.web.WebLocation;
import org.harmregistry.sources.retrieval.domain.FetchedPage;
import org.harmregistry.sources.retrieval.domain.PageFetching;
import org.harmregistry.sources.retrieval.domain.RetrievalFailure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;

/**
 * Asks the web by GET. The connection is made to the address that was checked, while the request and the certificate are
 * those of the host's name. Nothing is kept from one request to the next: no connection, no cookie.
 */
@ApplicationScoped
class PagesOverHttp implements PageFetching {

    private static final int OK = 200;
    private static final String MEDIA_TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";

    private final HttpClient client;
    private final WayOut way;
    private final long most;

    PagesOverHttp(Vertx vertx, WayOut way, @ConfigProperty(name = "registry.retrieval.most-bytes") long most) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(5_000).setKeepAlive(false)
                .setIdleTimeout(15).setMaxHeaderSize(16 * 1024).setMaxInitialLineLength(8_192));
        this.way = way;
        this.most = most;
    }

    @Override
    public Uni<Answer> get(WebLocation location, InetAddress pinned) {
        InetSocketAddress to = way.to(pinned, location.port());
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setSsl(location.secure())
                .setServer(SocketAddress.inetSocketAddress(to.getPort(), to.getAddress().getHostAddress()))
                .setHost(location.host()).setPort(location.port()).setURI(location.target()).setFollowRedirects(false)
                .putHeader("Accept", "*/*").putHeader("Accept-Encoding", "identity")
                .putHeader("User-Agent", "CivilianHarmRegistry");
        return client.request(options).chain(request -> request.send()).map(response -> {
            response.pause();
            if (response.statusCode() == OK) {
                return new Answer(OK, null, page(response));
            }
            response.request().reset();
            return new Answer(response.statusCode(), response.getHeader("Location"), null);
        });
    }

    private FetchedPage page(HttpClientResponse response) {
        String encoding = response.getHeader("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            response.request().reset();
            throw Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The server sent what it was not asked for: packed content.");
        }
        AtomicLong came = new AtomicLong();
        Multi<Buffer> bytes = response.toMulti().map(io.vertx.mutiny.core.buffer.Buffer::getDelegate).invoke(part -> {
            if (came.addAndGet(part.length()) > most) {
                throw Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The page is larger than is fetched.");
            }
        }).onFailure().invoke(() -> response.request().reset()).onCancellation().invoke(() -> response.request().reset());
        return new FetchedPage(null, typeOf(response.getHeader("Content-Type")), bytes);
    }

    private static String typeOf(String header) {
        String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches(MEDIA_TYPE) ? type : null;
    }
}
