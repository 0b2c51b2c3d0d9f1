package org.harmregistry.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.paging.Page;

/** Successful answers with the headers that every service sends alike. */
public final class Answers {

    private static final int PERMANENT_REDIRECT = 308;
    private static final String VARY = "Authorization, Accept, Accept-Encoding";

    private Answers() {
    }

    /** A record, or 304 if the reader already holds this version. */
    public static Response record(Object body, String tag, String ifNoneMatch) {
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return tagged(Response.notModified(), tag).build();
        }
        return tagged(Response.ok(written(body)), tag).build();
    }

    /**
     * A page with its {@code Link} to the next one, or 304.
     *
     * @param itemsTag tag of the items; that of the page tells the next one, too: a reader hears of it, though the items stay
     */
    public static Response page(Page<?> page, Object body, String itemsTag, String ifNoneMatch, UriInfo uri) {
        String next = page.page().next();
        String tag = next == null ? itemsTag : EntityTags.ofList(Stream.of(itemsTag, next));
        if (Preconditions.isNotModified(ifNoneMatch, tag)) {
            return tagged(Response.notModified(), tag).build();
        }
        ResponseBuilder answer = tagged(Response.ok(written(body)), tag);
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + pathAfter(uri, next) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** The record is read elsewhere from now on (308); the same question is to be asked there. */
    public static Response moved(String address, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return Response.status(PERMANENT_REDIRECT).header(HttpHeaders.LOCATION, query == null ? address : address + "?" + query)
                .header(HttpHeaders.VARY, VARY).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    private static ResponseBuilder tagged(ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.VARY, VARY)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** What is JSON already goes out in one piece; the writer for JSON would put it through a stream. */
    private static Object written(Object body) {
        return body instanceof String json ? json.getBytes(StandardCharsets.UTF_8) : body;
    }

    /** Relative, so that it is right behind every gateway. */
    private static String pathAfter(UriInfo uri, String next) {
        var builder = UriBuilder.fromPath(uri.getRequestUri().getRawPath());
        String query = uri.getRequestUri().getRawQuery();
        return builder.replaceQuery(query).replaceQueryParam("after", next).build().toString();
    }
}
