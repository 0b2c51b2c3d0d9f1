package org.harmregistry.local.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One {@code ping} over the wire, so that a hanging server is told from one that answers without a driver at hand. */
public final class MongoPing {

    private static final int TIMEOUT_MILLIS = 1500;
    private static final int OP_MSG = 2013;

    private MongoPing() {
    }

    /** True if a MongoDB server answers at the address within one and a half seconds. */
    public static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(message());
            socket.getOutputStream().flush();
            int length = Integer.reverseBytes(new DataInputStream(socket.getInputStream()).readInt());
            return length > 16;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] message() {
        byte[] document = document();
        int length = 16 + 4 + 1 + document.length;
        return little(length).putInt(length).putInt(1).putInt(0).putInt(OP_MSG)
                .putInt(0).put((byte) 0).put(document).array();
    }

    /** BSON of {@code {ping: 1, $db: "admin"}}. */
    private static byte[] document() {
        byte[] database = "admin\0".getBytes(StandardCharsets.US_ASCII);
        int length = 4 + 1 + 5 + 4 + 1 + 4 + 4 + database.length + 1;
        return little(length).putInt(length)
                .put((byte) 0x10).put("ping\0".getBytes(StandardCharsets.US_ASCII)).putInt(1)
                .put((byte) 0x02).put("$db\0".getBytes(StandardCharsets.US_ASCII)).putInt(database.length).put(database)
                .put((byte) 0).array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
