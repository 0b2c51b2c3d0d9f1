package org.harmregistry.acceptance.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection to this machine that does nothing but send bytes and read answers: it shares the processors with
 * what it measures, so it must cost little.
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;
    private static final int IMPORT_PATIENCE_MS = 30 * 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int status;
    private long length;
    private boolean chunked;

    HttpConnection(int port) throws IOException {
        this(port, PATIENCE_MS);
    }

    private HttpConnection(int port, int patienceMs) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMs);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** For an import: its answer begins when the last row is in. */
    static HttpConnection patient(int port) throws IOException {
        return new HttpConnection(port, IMPORT_PATIENCE_MS);
    }

    /** Sends a request and reads its answer to the end; the status. */
    int exchange(byte[] request, OutputStream into) throws IOException {
        out.write(request);
        return answer(into);
    }

    OutputStream out() {
        return out;
    }

    /** Reads the next answer; the status. */
    int answer(OutputStream into) throws IOException {
        readHead();
        if (chunked) {
            long size = Long.parseLong(line().split(";")[0].strip(), 16);
            while (size > 0) {
                copy(size, into);
                line();
                size = Long.parseLong(line().split(";")[0].strip(), 16);
            }
            line();
        } else {
            copy(length, into);
        }
        return status;
    }

    private void readHead() throws IOException {
        String first = line();
        status = Integer.parseInt(first.substring(9, 12));
        length = 0;
        chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (status == 100) {
            readHead();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void copy(long bytes, OutputStream into) throws IOException {
        byte[] buffer = new byte[(int) Math.min(bytes, 1 << 16)];
        for (long left = bytes; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the answer ended early");
            }
            into.write(buffer, 0, read);
            left -= read;
        }
    }

    /** One request on a connection of its own; the answer's text. */
    static String ask(int port, Request request, long number) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (HttpConnection connection = new HttpConnection(port)) {
            int status = connection.exchange(request.bytes(number), body);
            String text = body.toString(StandardCharsets.UTF_8);
            if (status >= 300) {
                throw new RefusedException(status, request.target() + " was answered with " + status + ": "
                        + text.substring(0, Math.min(300, text.length())));
            }
            return text;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The service answered, but not with success. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
