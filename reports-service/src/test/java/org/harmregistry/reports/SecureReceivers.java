package org.harmregistry.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.asn1.x509.GeneralName;
import org.harmregistry.kit.web.WayOut;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Receivers of webhooks over TLS behind addresses that are public as far as the service knows. One authority is trusted
 * in these tests, and nowhere else.
 */
public class SecureReceivers implements QuarkusTestResourceLifecycleManager {

    /** Has a certificate for {@link #NAME} by the authority that is trusted. */
    static final String SOUND = "93.184.216.34";
    /** Has one for another name. */
    static final String OF_ANOTHER_NAME = "93.184.216.35";
    /** Has one for the name by an authority that nobody knows. */
    static final String OF_ANOTHER_AUTHORITY = "93.184.216.36";
    static final String NAME = "hooks.registry-test.example";

    private static final Map<String, Integer> PORTS = new ConcurrentHashMap<>();
    private static final List<String> TRUST = List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword");
    private final List<HttpsServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        TestAuthority authority = new TestAuthority();
        System.setProperty(TRUST.get(0), authority.trust().toString());
        System.setProperty(TRUST.get(1), authority.password());
        GeneralName name = new GeneralName(GeneralName.dNSName, NAME);
        serve(SOUND, authority.server(name, new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        serve(OF_ANOTHER_NAME, authority.server(new GeneralName(GeneralName.dNSName, "other.registry-test.example")));
        serve(OF_ANOTHER_AUTHORITY, new TestAuthority().server(name));
        return Map.of();
    }

    private void serve(String address, SSLContext context) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.createContext("/", Receivers::receive);
            server.start();
            servers.add(server);
            PORTS.put(address, server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
        TRUST.forEach(System::clearProperty);
    }

    static int port(String address) {
        return PORTS.get(address);
    }

    /** To the receivers for their public addresses, and straight for all others, as in production. */
    @ApplicationScoped
    static class Way implements WayOut {

        @Override
        public InetSocketAddress to(InetAddress allowed, int port) {
            Integer own = PORTS.get(allowed.getHostAddress());
            return own == null ? new InetSocketAddress(allowed, port) : new InetSocketAddress("127.0.0.1", own);
        }
    }
}
