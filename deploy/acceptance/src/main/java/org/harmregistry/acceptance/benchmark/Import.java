package org.harmregistry.acceptance.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Brings rows in through the import, as a partner would: one request that sends while it is answered. */
final class Import {

    private final Stage stage;
    private final String collection;
    private final String publisher;

    /** @param collection whose rows come in, such as {@code /api/v1/incidents} */
    Import(Stage stage, String collection) {
        this.stage = stage;
        this.collection = collection;
        this.publisher = stage.token("publisher");
    }

    /** Imports rows from one number up to another, which is left out; rows a second. */
    Measurement run(long from, long to, LongFunction<String> row) throws IOException, InterruptedException {
        double serviceBefore = Consumption.cpu(stage.servicePid());
        double databaseBefore = Consumption.cpuWithChildren(stage.postgresPid());
        long begun = System.nanoTime();
        long refused;
        try (HttpConnection connection = HttpConnection.patient(stage.servicePort())) {
            Thread sender = new Thread(() -> send(connection, from, to, row));
            sender.start();
            Tally tally = new Tally();
            int status = connection.answer(tally);
            sender.join();
            if (status != 200) {
                throw new IllegalStateException("the import was answered with " + status + ": " + tally.text());
            }
            refused = to - from - tally.created;
            if (refused > 0) {
                throw new IllegalStateException(refused + " rows were not created, such as " + tally.text());
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        long rows = to - from;
        return new Measurement(rows / took, 0, 0, (Consumption.cpu(stage.servicePid()) - serviceBefore) * 1000 / rows,
                (Consumption.cpuWithChildren(stage.postgresPid()) - databaseBefore) * 1000 / rows, refused);
    }

    private void send(HttpConnection connection, long from, long to, LongFunction<String> row) {
        try {
            OutputStream out = new BufferedOutputStream(connection.out(), 1 << 16);
            out.write(("POST " + collection + "/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\nAuthorization: Bearer " + publisher + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            for (long number = from; number < to; number++) {
                chunk.writeBytes((row.apply(number) + "\n").getBytes(StandardCharsets.UTF_8));
                if (chunk.size() > 1 << 15) {
                    send(out, chunk);
                }
            }
            send(out, chunk);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // The answer, or its absence, says what happened.
        }
    }

    private static void send(OutputStream out, ByteArrayOutputStream chunk) throws IOException {
        if (chunk.size() > 0) {
            out.write((Integer.toHexString(chunk.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunk.writeTo(out);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            chunk.reset();
        }
    }

    /** Counts the rows that were created, and keeps the first that was not. */
    private static final class Tally extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long created;
        private String other = "";

        @Override
        public void write(int next) {
            if (next != '\n') {
                line.write(next);
                return;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (text.contains("\"created\"")) {
                created++;
            } else if (other.isEmpty()) {
                other = text;
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                write(bytes[i]);
            }
        }

        private String text() {
            return other.isEmpty() ? line.toString(StandardCharsets.UTF_8) : other;
        }
    }
}
