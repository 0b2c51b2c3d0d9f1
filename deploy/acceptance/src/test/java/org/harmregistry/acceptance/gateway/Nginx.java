package org.harmregistry.acceptance.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.harmregistry.local.Ports;

/** nginx with the files of {@code deploy/gateway} as they are; only {@code site/} is this machine's. */
public final class Nginx implements AutoCloseable {

    static final String AUTHORITY = "registry.test";
    static final String LOGIN = "login.registry.test";
    static final String ORIGIN = "https://app.registry.test";
    /** The identity provider, which has a door of its own if it is given. */
    static final String KEYCLOAK = "keycloak";

    private static final Path CONFIGURATION = Path.of("../gateway");
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"));

    private final int port = Ports.anyFree();
    private final int managementPort = Ports.anyFree();
    private final Path folder;
    private Process process;
    private final SSLContext tls;

    private Nginx(Path folder, Map<String, List<Integer>> upstreams) throws Exception {
        this.folder = folder;
        copyConfiguration();
        writeSite(upstreams);
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-keyout",
                folder.resolve("key.pem").toString(), "-out", folder.resolve("certificate.pem").toString(), "-subj",
                "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1");
        tls = trusting(folder.resolve("certificate.pem"));
        start();
    }

    /** @param upstreams the ports of each part's replicas */
    public static Nginx inFrontOf(Path folder, Map<String, List<Integer>> upstreams) throws Exception {
        assumeInstalled();
        return new Nginx(folder, upstreams);
    }

    /** Skips the test, and says so, where there is no nginx. */
    public static void assumeInstalled() {
        assumeTrue(PROGRAMS.stream().anyMatch(Files::isExecutable),
                "there is no nginx here: the gateway's configuration is not run");
    }

    /** Starts it, also again after it was killed. */
    public void start() throws Exception {
        process = new ProcessBuilder(program().toString(), "-c", folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile())).start();
        awaitPort();
    }

    /** The master and its workers. */
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    public URI uri(String target) {
        return URI.create("https://127.0.0.1:" + port + target);
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    public SSLContext tls() {
        return tls;
    }

    /** A connection of a client's own, whose reads give up after five seconds. */
    public SSLSocket connect(String from) throws IOException {
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        plain.connect(new InetSocketAddress("127.0.0.1", port), 2000);
        plain.setSoTimeout(5000);
        return (SSLSocket) tls.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("access.log")) + Files.readString(folder.resolve("output"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private void copyConfiguration() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGURATION)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".conf")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void writeSite(Map<String, List<Integer>> upstreams) throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("process.conf"), "daemon off;\nworker_processes 2;\npid " + folder + "/pid;\n"
                + "error_log stderr warn;\n" + (System.getProperty("user.name").equals("root") ? "user root;\n" : ""));
        String parts = upstreams.entrySet().stream().map(part -> "upstream " + part.getKey() + " {\n zone " + part.getKey()
                + " 128k;\n"
                + part.getValue().stream().map(each -> " server 127.0.0.1:" + each + " max_fails=2 fail_timeout=10s;\n")
                        .collect(Collectors.joining())
                + " keepalive 8;\n keepalive_timeout 50s;\n}\n").collect(Collectors.joining());
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + folder + "/" + kind + ";\n").collect(Collectors.joining());
        Files.writeString(site.resolve("http.conf"), "access_log " + folder + "/access.log registry;\n" + temporary
                + "proxy_cache_path " + folder + "/cache keys_zone=public:1m use_temp_path=off;\n" + parts
                + "map $http_origin $allowed_origin {\n " + ORIGIN + " $http_origin;\n default \"\";\n}\n");
        Files.writeString(site.resolve("server.conf"), server("_", AUTHORITY));
        if (upstreams.containsKey(KEYCLOAK)) {
            Files.writeString(site.resolve("login.conf"), "server {\n" + server(LOGIN, LOGIN) + "include login.conf;\n}\n");
        }
        Files.writeString(site.resolve("management.conf"), "listen 127.0.0.1:" + managementPort + ";\n");
    }

    private String server(String name, String authority) {
        return "listen 127.0.0.1:" + port + " ssl http2;\nserver_name " + name + ";\nset $public_authority " + authority
                + ";\nssl_certificate " + folder + "/certificate.pem;\nssl_certificate_key " + folder + "/key.pem;\n";
    }

    private void awaitPort() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("output")), e);
                }
                Thread.sleep(50);
            }
        }
    }

    private static void run(String... line) throws Exception {
        Process made = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IllegalStateException(printed);
        }
    }

    private static SSLContext trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry("gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
