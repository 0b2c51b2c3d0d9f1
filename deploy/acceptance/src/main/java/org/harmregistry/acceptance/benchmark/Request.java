package org.harmregistry.acceptance.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An HTTP request as it goes over the wire. Where it says {@link #NUMBER}, each sending has another number. */
final class Request {

    /** Stands for twelve digits that no other sending of the request has. */
    static final String NUMBER = "000000000000";

    private final byte[] before;
    private final byte[] after;
    private final String target;

    private Request(String target, String text) {
        this.target = target;
        int at = text.indexOf(NUMBER);
        this.before = (at < 0 ? text : text.substring(0, at)).getBytes(StandardCharsets.UTF_8);
        this.after = at < 0 ? null : text.substring(at + NUMBER.length()).getBytes(StandardCharsets.UTF_8);
    }

    static Request get(String target, String accept, String token) {
        return new Request(target,
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n");
    }

    /** As everybody asks. */
    static Request open(String target, String accept) {
        return new Request(target, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n");
    }

    /** Creates a record at its address. */
    static Request put(String target, String token, String body) {
        return new Request(target,
                "PUT " + target + " HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n" + body);
    }

    static Request post(String target, String token, String body) {
        return new Request(target,
                "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\nAuthorization: Bearer " + token + "\r\n\r\n"
                        + body);
    }

    String target() {
        return target;
    }

    boolean isNumbered() {
        return after != null;
    }

    byte[] bytes(long number) {
        if (after == null) {
            return before;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(before.length + NUMBER.length() + after.length);
        all.writeBytes(before);
        all.writeBytes(digits(number).getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(after);
        return all.toByteArray();
    }

    static String digits(long number) {
        return String.format("%012d", number);
    }
}
