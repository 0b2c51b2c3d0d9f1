package org.harmregistry.sources.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.bson.RawBsonDocument;

/**
 * The disk of a MongoDB server, seen from the line: while it is full, writes are answered as the server answers them then (code
 * 14031), and everything else is passed on. Speaks as much of the wire protocol (OP_MSG) as that needs.
 */
public final class Disk {

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "createIndexes");
    private static final int HEAD = 16;
    private static final int MESSAGE = 2013;
    private static final int LARGEST = 48_000_000;
    private static final byte[] FULL = bytes(
            RawBsonDocument.parse("{\"ok\": {\"$numberDouble\": \"0.0\"}, \"errmsg\": \"no space "
                    + "left on device\", \"code\": 14031, \"codeName\": \"OutOfDiskSpace\"}"));

    private final int target;
    private final ServerSocket entrance;
    private volatile boolean full;

    Disk(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** No write goes through any more, until there is room again. */
    public void fill() {
        full = true;
    }

    public void makeRoom() {
        full = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                inBackground(() -> ask(near, far));
                inBackground(() -> answer(far, near));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(Socket near, Socket far) {
        try (near; far) {
            DataInputStream in = new DataInputStream(near.getInputStream());
            while (true) {
                byte[] head = in.readNBytes(4);
                int length = head.length < 4 ? -1 : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (length < HEAD || length > LARGEST) {
                    return;
                }
                byte[] message = new byte[length];
                System.arraycopy(head, 0, message, 0, 4);
                in.readFully(message, 4, length - 4);
                if (full && isWrite(message)) {
                    send(near, refusal(message));
                } else {
                    far.getOutputStream().write(message);
                    far.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            // One end has gone; both are closed.
        }
    }

    private static void answer(Socket far, Socket near) {
        byte[] piece = new byte[8192];
        try (far; near) {
            InputStream in = far.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                byte[] taken = new byte[read];
                System.arraycopy(piece, 0, taken, 0, read);
                send(near, taken);
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private static void send(Socket near, byte[] bytes) throws IOException {
        synchronized (near) {
            OutputStream out = near.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }

    /** The command is the name of the first element of the first section. */
    private static boolean isWrite(byte[] message) {
        ByteBuffer read = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        int name = HEAD + 4 + 1 + 4 + 1;
        if (read.getInt(12) != MESSAGE || message.length <= name || message[HEAD + 4] != 0) {
            return false;
        }
        int end = name;
        while (end < message.length && message[end] != 0) {
            end++;
        }
        return WRITES.contains(new String(message, name, end - name, StandardCharsets.US_ASCII));
    }

    private static byte[] refusal(byte[] message) {
        int request = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        int length = HEAD + 4 + 1 + FULL.length;
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length).putInt(1).putInt(request)
                .putInt(MESSAGE).putInt(0).put((byte) 0).put(FULL).array();
    }

    private static byte[] bytes(RawBsonDocument document) {
        ByteBuffer buffer = document.getByteBuffer().asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "disk");
        thread.setDaemon(true);
        thread.start();
    }
}
