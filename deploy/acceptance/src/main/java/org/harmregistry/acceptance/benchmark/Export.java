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
        double before = Consumption.residentMib(stage.servicePid());
        double[] highest = { before };
        Thread watch = new Thread(() -> watch(highest));
        watch.start();
        long begun = System.nanoTime();
        Reader reader = new Reader(begun, bytesPerSecond, atMost);
        try (HttpConnection connection = new HttpConnection(stage.servicePort())) {
            int status = connection.exchange(Request.get("/api/v1/incidents", mediaType, analyst).bytes(0), reader);
            if (status != 200) {
                throw new HttpConnection.RefusedException(status, "The export was answered with " + status);
            }
        } catch (HadEnoughException e) {
            // The slow reader was to go away in the middle.
        } finally {
            watch.interrupt();
            watch.join();
        }
        return new Taken((System.nanoTime() - begun) / 1e9, reader.bytes, highest[0] - before);
    }

    private void watch(double[] highest) {
        try {
            while (true) {
                highest[0] = Math.max(highest[0], Consumption.residentMib(stage.servicePid()));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
