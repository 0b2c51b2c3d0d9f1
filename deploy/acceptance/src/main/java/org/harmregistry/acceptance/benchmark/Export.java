package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Takes everything out, and watches the service's memory meanwhile. */
final class Export {

    private final Stage stage;
    private final String analyst;

    Export(Stage stage) {
        this.stage = stage;
        this.analyst = stage.token("analyst");
    }

    /**
     * A format, beside what COPY is given.
     *
     * @param title what the table calls it
     * @param query whose rows COPY writes
     * @param copied the form in which COPY writes them
     * @param mustHold at most so many times the time of COPY
     * @param aim the same, as it is aimed at
     */
    record Format(String title, String mediaType, String query, String copied, double mustHold, double aim) {
    }

    /**
     * One export.
     *
     * @param seconds until the last byte, or until the reader gave up
     * @param bytes how much was read
     * @param grownMib how far memory rose above what was held before, at its highest
     */
    record Taken(double seconds, long bytes, double grownMib) {
    }

    /**
     * @param bytesPerSecond how fast the reader reads; 0 for as fast as it comes
     * @param atMost seconds after which the reader goes away; 0 for never
     * @throws HttpConnection.RefusedException if the service does not offer the format
     */
    Taken run(String mediaType, long bytesPerSecond, int atMost) throws IOException, InterruptedException {
        MemoryWatch watch = new MemoryWatch(stage.servicePid());
        long begun = System.nanoTime();
        Reader reader = new Reader(begun, bytesPerSecond, atMost);
        try (HttpConnection connection = new HttpConnection(stage.servicePort())) {
            int status = connection.exchange(Request.get(stage.measured().collection(), mediaType, analyst).bytes(0), reader);
            if (status != 200) {
                throw new HttpConnection.RefusedException(status, "The export was answered with " + status);
            }
        } catch (HadEnoughException e) {
            // The slow reader was to go away in the middle.
        } finally {
            watch.close();
        }
        return new Taken((System.nanoTime() - begun) / 1e9, reader.bytes, watch.grownMib());
    }

    private static final class HadEnoughException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Reader extends OutputStream {

        private final long begun;
        private final long bytesPerSecond;
        private final int atMost;
        private long bytes;

        private Reader(long begun, long bytesPerSecond, int atMost) {
            this.begun = begun;
            this.bytesPerSecond = bytesPerSecond;
            this.atMost = atMost;
        }

        @Override
        public void write(int next) {
            bytes++;
        }

        @Override
        public void write(byte[] read, int offset, int length) throws IOException {
            bytes += length;
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (atMost > 0 && seconds > atMost) {
                throw new HadEnoughException();
            }
            if (bytesPerSecond > 0 && bytes > seconds * bytesPerSecond) {
                try {
                    TimeUnit.MILLISECONDS.sleep((long) ((bytes / (double) bytesPerSecond - seconds) * 1000));
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }
}
