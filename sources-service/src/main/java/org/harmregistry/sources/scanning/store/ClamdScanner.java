package org.harmregistry.sources.scanning.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.scanning.domain.MalwareScanner;
import org.harmregistry.sources.scanning.domain.ScanningFailure;
import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;

/**
 * ClamAV's daemon over TCP, by its command INSTREAM (clamd(8)): the file goes over in pieces, one line comes back. Made at the
 * start, so that an address that is none is told then.
 */
@Startup
@ApplicationScoped
public class ClamdScanner implements MalwareScanner {

    private static final Logger LOG = Logger.getLogger(ClamdScanner.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;
    private static final Pattern FOUND = Pattern.compile("stream: ([A-Za-z0-9._()/:+-]{1,200}) FOUND");

    private final InetSocketAddress address;

    /** @param address host and port, such as {@code 127.0.0.1:3310}; empty for no scanner */
    public ClamdScanner(@ConfigProperty(name = "registry.scanner.address") Optional<String> address) {
        this.address = address.map(String::strip).filter(given -> !given.isEmpty()).map(ClamdScanner::parsed).orElse(null);
    }

    private static InetSocketAddress parsed(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("SCANNER_ADDRESS is host and port, such as 127.0.0.1:3310");
        }
        return InetSocketAddress.createUnresolved(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public boolean isConfigured() {
        return address != null;
    }

    @Override
    public Optional<String> scan(Path file) {
        try (Socket socket = new Socket(); InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(content, new DataOutputStream(socket.getOutputStream()));
            return told(answer(socket.getInputStream()));
        } catch (IOException e) {
            LOG.debug("The scanner cannot be asked", e);
            throw Failure.of(ScanningFailure.SCANNER_UNAVAILABLE);
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = in.read()) {
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** Whatever is no clear word, such as that the file is too large for it, is none. */
    private static Optional<String> told(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (!found.matches()) {
            throw new IOException("the scanner gave no verdict");
        }
        return Optional.of(found.group(1));
    }
}
