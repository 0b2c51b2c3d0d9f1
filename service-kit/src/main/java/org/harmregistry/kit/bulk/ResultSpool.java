package org.harmregistry.kit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps results until the input has ended: in memory, beyond 1 MiB in a file that is gone once it is closed. */
final class ResultSpool implements AutoCloseable {

    static final int IN_MEMORY = 1_048_576;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(8_192);
    private FileChannel file;

    void add(byte[] line) throws IOException {
        memory.write(line);
        memory.write('\n');
        if (memory.size() > IN_MEMORY) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            file = FileChannel.open(Files.createTempFile("import-results", ".ndjson"), StandardOpenOption.READ,
                    StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        memory.reset();
    }

    boolean isInFile() {
        return file != null;
    }

    void writeTo(OutputStream out) throws IOException {
        if (file != null) {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
        memory.writeTo(out);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
