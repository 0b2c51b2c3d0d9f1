package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests to the service over several connections, each one after the other, for some seconds. */
final class HttpLoad {

    private static final long NANOS = 1_000_000_000L;

    private final int port;
    private final int connections;
    private final List<Request> requests;
    private final AtomicLong numbers;

    /** @param numbers gives each sending a number of its own */
    HttpLoad(int port, int connections, List<Request> requests, AtomicLong numbers) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
        this.numbers = numbers;
    }

    /**
     * What was answered.
     *
     * @param nanos how long each answer took, rising
     * @param failed how many were no success
     */
    record Answers(long[] nanos, long failed) {
    }

    Answers run(double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Client client = new Client(i, end);
            clients.add(client);
            client.start();
        }
        for (Client client : clients) {
            client.join();
        }
        long[] all = clients.stream().flatMapToLong(client -> Arrays.stream(client.nanos, 0, client.count)).sorted().toArray();
        return new Answers(all, clients.stream().mapToLong(client -> client.failed).sum());
    }

    private final class Client extends Thread {

        private final SplittableRandom random;
        private final long end;
        private long[] nanos = new long[1024];
        private int count;
        private long failed;

        private Client(int index, long end) {
            this.random = new SplittableRandom(index);
            this.end = end;
        }

        @Override
        public void run() {
            while (System.nanoTime() < end) {
                try (HttpConnection connection = new HttpConnection(port)) {
                    while (System.nanoTime() < end) {
                        one(connection);
                    }
                } catch (IOException e) {
                    failed++;
                }
            }
        }

        private void one(HttpConnection connection) throws IOException {
            Request request = requests.get(random.nextInt(requests.size()));
            byte[] bytes = request.bytes(numbers.incrementAndGet());
            long begun = System.nanoTime();
            int status = connection.exchange(bytes, OutputStream.nullOutputStream());
            if (status >= 300) {
                failed++;
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - begun;
        }
    }
}
