package org.harmregistry.sources.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP line to a server that a test can cut, or let hang, and mend again. */
public final class FaultyLine {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object flow = new Object();
    private boolean hanging;
    private volatile long delay;
    private ServerSocket entrance;

    public FaultyLine(int target) {
        this.target = target;
        listen(0);
        this.port = entrance.getLocalPort();
    }

    /** The port at which the server is reached over this line. */
    public int port() {
        return port;
    }

    /** Breaks what is connected and refuses what wants to connect. */
    public void cut() {
        close(entrance);
        open.forEach(FaultyLine::close);
    }

    /** Takes everything and passes on nothing. */
    public void hang() {
        synchronized (flow) {
            hanging = true;
        }
    }

    /** Passes each answer on only after a while. */
    public void slow(Duration after) {
        delay = after.toMillis();
    }

    public void mend() {
        delay = 0;
        synchronized (flow) {
            hanging = false;
            flow.notifyAll();
        }
        if (entrance.isClosed()) {
            listen(port);
        }
    }

    private void listen(int at) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            entrance = socket;
            inBackground(() -> acceptAll(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (true) {
                Socket near = socket.accept();
                open.add(near);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(far);
                inBackground(() -> pass(near, far, false));
                inBackground(() -> pass(far, near, true));
            }
        } catch (IOException e) {
            close(socket);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitFlow();
                if (answers && delay > 0) {
                    Thread.sleep(delay);
                }
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            close(from);
        } finally {
            open.remove(from);
        }
    }

    private void awaitFlow() throws InterruptedException {
        synchronized (flow) {
            while (hanging) {
                flow.wait();
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "faulty line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
