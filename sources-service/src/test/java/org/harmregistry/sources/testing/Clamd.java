package org.harmregistry.sources.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A scanner that speaks as clamd does (clamd(8), INSTREAM) and knows one mark, or gives whatever answer it is told to. */
public final class Clamd implements AutoCloseable {

    private final ServerSocket entrance;
    private final String mark;
    private volatile String answer;

    public Clamd(String mark) throws IOException {
        this.mark = mark;
        this.entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** Answers this from now on, whatever comes; {@code null} for its own findings. */
    public void say(String line) {
        answer = line;
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try (Socket socket = entrance.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                    continue;
                }
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int piece = in.readInt(); piece != 0; piece = in.readInt()) {
                    file.writeBytes(in.readNBytes(piece));
                }
                boolean found = file.toString(StandardCharsets.ISO_8859_1).contains(mark);
                String told = answer != null ? answer : found ? "stream: Test.Mark-1 FOUND" : "stream: OK";
                socket.getOutputStream().write((told + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The next one is served all the same.
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
