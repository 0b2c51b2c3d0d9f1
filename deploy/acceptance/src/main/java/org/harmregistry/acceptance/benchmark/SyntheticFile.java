package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * A file of bytes that say nothing and cannot be compressed, made while it is read: to make it costs next to nothing
 * beside what is measured with it.
 *
 * @param number files of other numbers hold other bytes
 * @param length in bytes
 */
record SyntheticFile(long number, long length) {

    static final int MIB = 1 << 20;
    private static final byte[] BLOCK = new byte[MIB];
    static {
        new Random(20_170_625).nextBytes(BLOCK);
    }

    InputStream open() {
        return new InputStream() {

            private final byte[] block = BLOCK.clone();
            private long at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int wanted) {
                if (at == length) {
                    return -1;
                }
                int begin = (int) (at % MIB);
                if (begin == 0) {
                    ByteBuffer.wrap(block).putLong(number).putLong(at);
                }
                int count = (int) Math.min(Math.min(wanted, MIB - begin), length - at);
                System.arraycopy(block, begin, into, offset, count);
                at += count;
                return count;
            }
        };
    }

    void writeTo(OutputStream out) throws IOException {
        try (InputStream bytes = open()) {
            bytes.transferTo(out);
        }
    }

    /** Its SHA-256, as the registry writes it. */
    String digest() throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return "sha-256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
