package org.harmregistry.reports;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A browser without a screen that looks at pages with axe-core, as wide as a desk's and as narrow as a phone's. Pages
 * come from here, since the service's own forbid every script.
 */
final class Browser {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Map<String, String> pages;
    private final CompletableFuture<String> results = new CompletableFuture<>();

    private Browser(Map<String, String> pages) {
        this.pages = pages;
    }

    /** True if this machine has one. */
    static boolean isThere() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    /**
     * What axe-core finds in each page, and how many of its rules the page keeps.
     *
     * @param pages pages by name: letters, and the width in pixels that the page is looked at
     */
    static JsonNode check(Map<String, String> pages, Path folder) throws Exception {
        Browser browser = new Browser(pages);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", browser::serve);
        server.start();
        Process process = new ProcessBuilder(command(folder, server.getAddress().getPort()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        try {
            return MAPPER.readTree(browser.results.get(90, TimeUnit.SECONDS));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            server.stop(0);
        }
    }

    private static List<String> command(Path folder, int port) {
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString(), "--headless=new", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-sync",
                "--remote-debugging-port=0", "--user-data-dir=" + folder.resolve("profile"), "--window-size=1400,1000"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add("http://127.0.0.1:" + port + "/check");
        return command;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/check" -> send(exchange, "text/html", resource("/browser/check.html"));
            case "/axe.js" -> send(exchange, "text/javascript", resource("/axe.min.js"));
            case "/pages" -> send(exchange, "application/json", MAPPER.writeValueAsBytes(pages.keySet()));
            case "/results" -> {
                results.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                send(exchange, "text/plain", new byte[0]);
            }
            default -> send(exchange, "text/html;charset=UTF-8", pages.getOrDefault(path.replace("/page/", ""), "")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = Browser.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
