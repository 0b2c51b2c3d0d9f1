package org.harmregistry.acceptance.gateway;

import java.util.List;
import java.util.stream.Stream;

/** Requests that were not written by any honest client, byte by byte; the same for gateways and services. */
public final class RawRequests {

    /** What follows a badly framed body. Whoever answers it took bytes of a body for a request. */
    public static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    /** The client would go on with the connection: that nobody does is the other side's to see to. */
    private static final String BEGIN = "POST /api/v1/incidents HTTP/1.1\r\nHost: a\r\n";
    private static final String READ = "GET /api/v1/incidents HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    private static final String LAST = BEGIN + "Connection: close\r\n";
    private static final String CHUNKED = BEGIN + "Transfer-Encoding: chunked\r\n";

    private RawRequests() {
    }

    /** Where one body ends and the next request begins is said twice, wrongly, or not at all: to be refused by everybody. */
    public static Stream<String> badlyFramed() {
        Stream<String> lengths = Stream.of("0, 40", "+5", "-1", "99999999999999999999", "0x5", "5;", "5 5", "1_0", "five")
                .map(length -> BEGIN + "Content-Length: " + length + "\r\n\r\nhello" + SECOND);
        Stream<String> sizes = Stream.of("zz", "-1", "fffffffffffffffff", "+5", "5,", "", " ")
                .map(size -> CHUNKED + "\r\n" + size + "\r\nhello\r\n0\r\n\r\n" + SECOND);
        return Stream.of(Stream.of(
                BEGIN + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + SECOND,
                BEGIN + "Content-Length : 5\r\n\r\nhello" + SECOND,
                CHUNKED + "\r\n5\r\nhelloXX\r\n0\r\n\r\n" + SECOND,
                CHUNKED.replace("HTTP/1.1", "HTTP/1.0") + "\r\n0\r\n\r\n" + SECOND), lengths, sizes, notARequest())
                .flatMap(each -> each);
    }

    /** No request, or one that breaks the form of headers and of the request line: to be refused by everybody. */
    private static Stream<String> notARequest() {
        return Stream.of(
                "GET /api/v1/incidents HTTP/1.1\r\nConnection: close\r\n\r\n",
                READ + "Host: b\r\n\r\n",
                READ + "X-Value: a\u0000b\r\n\r\n",
                READ + "X-Value: " + "x".repeat(17_000) + "\r\n\r\n",
                READ + "X-Many: xxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(2_000) + "\r\n",
                READ + "X: \r\n".repeat(20_000) + "\r\n",
                READ + "Name with space: x\r\n\r\n",
                READ + "no colon\r\n\r\n",
                READ + ": no name\r\n\r\n",
                "GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/inci dents HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET api/v1/incidents HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/incidents HTTP/9.1\r\nHost: a\r\n\r\n",
                "CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "TRACE /api/v1/incidents HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n",
                "\u0016\u0003\u0001\u0000junk\r\n\r\n");
    }

    /** Addresses that lead, in some reading of them, to a page of the management port. */
    public static List<String> hiddenTargets() {
        return List.of("/q", "/q/", "/q/health", "/q/metrics", "/q/dev", "/%71/health", "/q%2Fhealth", "/q;/health",
                "/q%3B/health", "//q/health", "/./q/health", "/api/../q/health", "/api/v1/incidents/../../../q/health",
                "/api/v1/%2e%2e/%2E%2E/q/health", "/api/v1/incidents/..%2f..%2f..%2fq/health",
                "/api/v1/incidents/..%5c..%5cq", "/api/v1/incidents\\..\\q", "/q\\health", "/q%00/health", "/%00",
                "/q%0d%0aX: y", "/api/v1/incidents%0d%0aSet-Cookie:%20a=b", "/api/v1/incidents/%", "/%zz",
                "/api/v1/incidents/1;jsessionid=2", "/q%20/health", "/q\t/health", "/q%23/health",
                "http://127.0.0.1:9000/q/health", "http://a/q/health", "*");
    }

    /** Lawful enough to be taken by some, and by none may they do more than any stranger's request does. */
    public static Stream<String> withoutTheRight() {
        String put = "PUT /api/v1/incidents/0197f3c2-0000-7000-8000-000000000001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "If-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
        return Stream.of(
                put + "\r\n{}",
                put + "Authorization: Bearer\r\n\r\n{}",
                put + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n{}",
                put + "Authorization: Basic YWRtaW46YWRtaW4=\r\n\r\n{}",
                put + "X-Forwarded-User: admin\r\nX-Forwarded-Groups: admin\r\nX-Remote-User: admin\r\n\r\n{}",
                put + "Cookie: q_session=x\r\n\r\n{}",
                READ.replace("/api/v1/incidents", "/api/v1/subscriptions")
                        + "X-Original-URL: /q/health\r\nX-Rewrite-URL: /q/health\r\n\r\n",
                LAST + "X-HTTP-Method-Override: GET\r\nX-HTTP-Method: GET\r\nContent-Length: 0\r\n\r\n",
                LAST + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\nHost: b\r\n\r\n",
                LAST + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2;" + "x".repeat(20_000)
                        + "\r\n{}\r\n0\r\n\r\n",
                // The space and what follows it is taken for an extension of the chunk, by everybody alike.
                LAST + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2 5\r\n{}\r\n0\r\n\r\n",
                LAST + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}",
                LAST.replace("Connection: close", "Connection: close, Upgrade, HTTP2-Settings")
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nContent-Length: 2\r\n\r\n{}",
                READ.replace("/api/v1/incidents", "/api/v1/subscriptions") + "X-Folded: a\r\n b\r\n\r\n",
                "GET /api/v1/subscriptions HTTP/1.1\nHost: a\nConnection: close\n\n",
                "GET /api/v1/subscriptions\r\n\r\n");
    }
}
