package org.harmregistry.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.harmregistry.kit.http.Preconditions;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends a page, which a method that everybody may call has put together a moment ago, as the file in which it is kept: from the
 * system's cache to the socket, past all that decides what a request may get. It knows addresses that were answered to
 * everybody alike, letter for letter, and nothing else; every other request goes on to its method, which decides.
 */
@ApplicationScoped
class PageSending {

    /** Behind what refuses, identifies and permits; before the methods. */
    private static final int PRIORITY = 50;
    private static final List<String> PAGES = List.of("/reports/", "/editions/");
    private static final String TEMPLATE = "UrlPathTemplate";
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence SNIFFING = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("referrer-policy");
    private static final List<CharSequence> SET = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING, POLICY,
            SNIFFING, REFERRER, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY);
    private static final Pattern WITHOUT_LIMITS = Pattern.compile("(.*,)?\\s*(text/html|text/\\*|\\*/\\*)\\s*(,.*)?");

    private final RecentPages recent;

    PageSending(RecentPages recent) {
        this.recent = recent;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::send, PRIORITY);
    }

    private void send(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        RecentPages.Kept page = isPlain(request) ? recent.ready(request.uri()) : null;
        if (page == null) {
            routing.next();
            return;
        }
        tellTemplate(request);
        boolean gzip = GzippedAnswers.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = gzip ? GzippedAnswers.weak(page.page().tag()) : page.page().tag();
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, PreparedPage.CACHE)
                .putHeader(HttpHeaders.VARY, PreparedPage.VARY);
        if (Preconditions.isNotModified(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, HtmlAnswers.TYPE).putHeader(POLICY, page.page().policy())
                .putHeader(SNIFFING, HtmlAnswers.SNIFFING).putHeader(REFERRER, HtmlAnswers.REFERRER);
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH,
                    Long.toString(gzip ? page.file().gzippedSize() : page.file().plainSize())).end();
        } else {
            file(routing, page.file(), gzip);
        }
    }

    private void file(RoutingContext routing, PageFile file, boolean gzip) {
        HttpServerResponse response = routing.response();
        response.sendFile((gzip ? file.gzipped() : file.plain()).toString()).onFailure(failure -> {
            recent.lost(routing.request().uri(), file);
            if (response.headWritten()) {
                response.reset();
            } else {
                SET.forEach(response.headers()::remove);
                routing.next();
            }
        });
    }

    /** A request that asks for nothing but the page at an address: no rights, no body, nothing that a page is not. */
    private static boolean isPlain(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD
                || PAGES.stream().noneMatch(request.uri()::startsWith)) {
            return false;
        }
        MultiMap headers = request.headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return !headers.contains(HttpHeaders.AUTHORIZATION) && (length == null || length.equals("0"))
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING) && takesHtml(headers.getAll(HttpHeaders.ACCEPT));
    }

    private static boolean takesHtml(List<String> accept) {
        if (accept.isEmpty()) {
            return true;
        }
        String first = accept.get(0).toLowerCase(Locale.ROOT);
        return accept.size() == 1 && !first.contains("text/html;") && WITHOUT_LIMITS.matcher(first).matches();
    }

    /** Measurements and traces name an address by its template, as methods have it. */
    private static void tellTemplate(HttpServerRequest request) {
        String template = request.uri().startsWith(PAGES.get(0)) ? "/reports/{slug}/{period}" : "/editions/{id}";
        ((HttpServerRequestInternal) request).context().putLocal(TEMPLATE, template);
    }
}
