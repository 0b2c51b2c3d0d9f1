package org.harmregistry.reports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A mail server as far as RFC 5321 needs one: it takes everything but for recipients whose name begins with {@code refused}.
 */
public class SmtpReceiver implements QuarkusTestResourceLifecycleManager {

    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
    private static ServerSocket server;
    private static ExecutorService threads;

    /**
     * @param to the recipient of the envelope
     * @param content headers and body as they came
     */
    record Received(String to, String content) {

        /** A header, unfolded; {@code null} if there is none. */
        String header(String name) {
            String head = content.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
            return head.lines().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse(null);
        }

        /** The body, its quoted-printable (RFC 2045) undone. */
        String text() {
            String body = content.split("\r\n\r\n", 2)[1];
            return "quoted-printable".equals(header("Content-Transfer-Encoding"))
                    ? body.replaceAll("=\r\n", "").replace("=3D", "=")
                    : body;
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newCachedThreadPool();
        threads.execute(SmtpReceiver::accept);
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(server.getLocalPort()),
                "quarkus.mailer.from", "registry@registry.example", "quarkus.mailer.start-tls", "DISABLED",
                "registry.mail.from", "registry@registry.example");
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
                threads.shutdownNow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                threads.execute(() -> converse(connection));
            } catch (IOException e) {
                // The end of the tests.
            }
        }
    }

    private static void converse(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = connection.getOutputStream()) {
            say(out, "220 mail.example");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase();
                if (verb.startsWith("RCPT TO:")) {
                    to = line.replaceAll("(?i)RCPT TO:\\s*<([^>]*)>.*", "$1");
                    say(out, to.startsWith("refused") ? "550 5.1.1 No such mailbox: " + to : "250 OK");
                } else if (verb.equals("DATA")) {
                    say(out, "354 Go on");
                    RECEIVED.add(new Received(to, content(in)));
                    say(out, "250 OK");
                } else if (verb.equals("QUIT")) {
                    say(out, "221 Bye");
                    return;
                } else {
                    say(out, "250 OK");
                }
            }
        } catch (IOException e) {
            // The client has hung up.
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return content.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** What came for an address, in the order in which it came. */
    static List<Received> to(String address) {
        return RECEIVED.stream().filter(each -> each.to().equals(address)).toList();
    }
}
