package org.harmregistry.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * The ports of the parts: chosen free at the first start, kept for as long as nobody else takes them. They lie below those that
 * the system lends to outgoing connections, or any connection of anybody could take one between the choice and its use.
 */
public final class Ports {

    private static final int LOWEST = 20_000;
    /** The lowest port that Linux lends by itself (net.ipv4.ip_local_port_range). */
    private static final int LENT = 32_768;
    private static final int TRIES = 1_000;

    private final Path file;
    private final Properties chosen = new Properties();

    Ports(StateFolder state) {
        this.file = state.run().resolve("ports.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                chosen.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param ours tells of a port in use whether it is the part itself that uses it */
    int get(String name, IntPredicate ours) {
        String kept = chosen.getProperty(name);
        if (kept != null && (isFree(Integer.parseInt(kept)) || ours.test(Integer.parseInt(kept)))) {
            return Integer.parseInt(kept);
        }
        int port = anyFree(other -> !chosen.containsValue(String.valueOf(other)));
        chosen.setProperty(name, String.valueOf(port));
        save();
        return port;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(Endpoint.LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port of loopback that nobody uses, out of those that the system does not lend. */
    public static int anyFree() {
        return anyFree(port -> true);
    }

    private static int anyFree(IntPredicate wanted) {
        return ThreadLocalRandom.current().ints(TRIES, LOWEST, LENT).filter(wanted).filter(Ports::isFree).findFirst()
                .orElseThrow(() -> new Fault("No free port was found on loopback between " + LOWEST + " and " + LENT,
                        "Let this user open ports on 127.0.0.1"));
    }

    private void save() {
        try (StringWriter text = new StringWriter()) {
            chosen.store(text, null);
            StateFiles.writePrivately(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
