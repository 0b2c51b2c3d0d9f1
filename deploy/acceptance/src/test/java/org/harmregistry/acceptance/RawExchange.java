package org.harmregistry.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.harmregistry.acceptance.gateway.RawRequests;

/** Sends bytes that no honest client sends to a gateway or a service, and says what came of it that must not. */
final class RawExchange {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMillis(400);
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    /** What only the management port tells, and what nobody tells. */
    private static final Pattern INSIDE = Pattern
            .compile("\"status\"\\s*:\\s*\"UP\"|# TYPE |Exception|\\tat |\\.java:|SQLSTATE");

    private final String where;
    private final Callable<Socket> connection;
    private final List<String> findings = new ArrayList<>();

    private RawExchange(String where, Callable<Socket> connection) {
        this.where = where;
        this.connection = connection;
    }

    /**
     * What is wrong, one line each; empty if everything was refused, once and soon.
     *
     * @param where a name for the findings
     * @param connection makes a new connection
     */
    static List<String> findings(String where, Callable<Socket> connection) throws Exception {
        RawExchange exchange = new RawExchange(where, connection);
        for (String bytes : RawRequests.badlyFramed().toList()) {
            exchange.judge(bytes);
        }
        for (String target : RawRequests.hiddenTargets()) {
            exchange.judge("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        }
        for (String bytes : RawRequests.withoutTheRight().toList()) {
            exchange.judge(bytes);
        }
        return exchange.findings;
    }

    private void judge(String bytes) throws Exception {
        long begun = System.nanoTime();
        String answer = answer(bytes);
        if (System.nanoTime() - begun > LONGEST.toNanos()) {
            found(bytes, "took longer than " + LONGEST + " and said: " + start(answer));
        }
        List<String> statuses = ANSWER.matcher(answer).results().map(each -> each.group(1)).toList();
        if (statuses.size() > 1) {
            found(bytes, "was answered " + statuses);
        }
        if (statuses.stream().anyMatch(each -> !each.startsWith("4") && !each.equals("501") && !each.equals("505"))) {
            found(bytes, "was answered " + statuses);
        }
        if (INSIDE.matcher(answer).find() || answer.contains("\nSet-Cookie")) {
            found(bytes, "shows the inside: " + start(answer));
        }
    }

    private void found(String bytes, String what) {
        findings.add(where + ": " + start(bytes) + " -> " + what);
    }

    private static String start(String text) {
        String escaped = text.replace("\r\n", "⏎").replace("\n", "␊");
        return escaped.length() > 260 ? escaped.substring(0, 260) + "…" : escaped;
    }

    /**
     * All that comes back until the other side closes or falls silent; nothing, if it is silent for as long as anybody may
     * wait.
     */
    private String answer(String bytes) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connection.call()) {
            socket.setSoTimeout((int) LONGEST.toMillis() + 200);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // Refused before all of it was sent; what was answered may be read all the same.
            }
            byte[] piece = new byte[8_192];
            for (int read = socket.getInputStream().read(piece); read >= 0; read = socket.getInputStream().read(piece)) {
                answer.write(piece, 0, read);
                socket.setSoTimeout((int) SILENCE.toMillis());
            }
        } catch (SocketTimeoutException e) {
            // What came so far is judged, and the time that it took.
        } catch (IOException e) {
            // Cut off, which is an answer to bytes that are no request.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
