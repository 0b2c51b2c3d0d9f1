package org.harmregistry.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.IntPredicate;

/** The ports of the parts: chosen free at the first start, kept for as long as nobody else takes them. */
final class Ports {

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
        int port = anyFree();
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

    private int anyFree() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Endpoint.LOOPBACK))) {
                if (!chosen.containsValue(String.valueOf(socket.getLocalPort()))) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new Fault("No free port can be opened on loopback (" + e.getMessage() + ")",
                        "Let this user open ports on 127.0.0.1");
            }
        }
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
