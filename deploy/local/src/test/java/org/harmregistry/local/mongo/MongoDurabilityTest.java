package org.harmregistry.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.bson.Document;
import org.bson.types.ObjectId;
import org.harmregistry.local.ChildProcess;
import org.harmregistry.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBuckets;

class MongoDurabilityTest {

    private static final int WRITERS = 3;

    @TempDir
    Path folder;

    private final int port = Ports.anyFree();
    private Process server;

    @AfterEach
    void end() throws InterruptedException {
        kill();
    }

    @Test
    void findsEveryAcknowledgedInsertAfterKills() throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            start(MongoStandIn.class);
            acknowledged.addAll(insertUntilKilled(round * 1_000_000, 900));
        }
        start(MongoStandIn.class);

        Set<Integer> found = stored();

        assertThat(acknowledged).hasSizeGreaterThan(100);
        assertThat(found).containsAll(acknowledged);
    }

    /** Why {@link DurableBackend} exists; should this fail, the library has learnt to commit and ours may go. */
    @Test
    void plainBackendForgetsAcknowledgedInserts() throws Exception {
        start(PlainStandIn.class);
        Set<Integer> acknowledged = insertUntilKilled(0, 900);
        start(PlainStandIn.class);

        Set<Integer> missing = new HashSet<>(acknowledged);
        missing.removeAll(stored());
        assertThat(missing).isNotEmpty();
    }

    @Test
    void keepsFilesAndUniqueIdsOverKill() throws Exception {
        byte[] content = new byte[700_000];
        new Random(7).nextBytes(content);
        start(MongoStandIn.class);
        ObjectId file;
        try (MongoClient client = client()) {
            file = GridFSBuckets.create(client.getDatabase("files")).uploadFromStream("f", new ByteArrayInputStream(content));
            client.getDatabase("files").getCollection("texts").insertOne(new Document("_id", "digest"));
        }
        kill();
        start(MongoStandIn.class);

        try (MongoClient client = client()) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            GridFSBuckets.create(client.getDatabase("files")).downloadToStream(file, read);
            assertThat(read.toByteArray()).isEqualTo(content);
            MongoCollection<Document> texts = client.getDatabase("files").getCollection("texts");
            assertThatThrownBy(() -> texts.insertOne(new Document("_id", "digest"))).isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void keepsRowsBeforeTheRefusedOneOfABatch() throws Exception {
        start(MongoStandIn.class);
        try (MongoClient client = client()) {
            List<Document> batch = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> new Document("_id", i)).toList());
            batch.add(new Document("_id", 7));
            assertThatThrownBy(() -> numbers(client).insertMany(batch)).isInstanceOf(MongoException.class);
        }
        kill();
        start(MongoStandIn.class);

        assertThat(stored()).hasSize(50);
    }

    private Set<Integer> insertUntilKilled(int offset, int millis) throws InterruptedException {
        ConcurrentLinkedQueue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        try (MongoClient client = client()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = offset + writer * 100_000;
                Thread thread = new Thread(() -> insert(client, first, acknowledged));
                thread.start();
                writers.add(thread);
            }
            Thread.sleep(millis);
            kill();
            for (Thread thread : writers) {
                thread.join();
            }
        }
        return new HashSet<>(acknowledged);
    }

    private static void insert(MongoClient client, int first, ConcurrentLinkedQueue<Integer> acknowledged) {
        try {
            for (int id = first;; id++) {
                numbers(client).insertOne(new Document("_id", id).append("text", "t".repeat(500)));
                acknowledged.add(id);
            }
        } catch (MongoException killed) {
            // The server is gone, as intended.
        }
    }

    private Set<Integer> stored() {
        try (MongoClient client = client()) {
            Set<Integer> found = new HashSet<>();
            numbers(client).find().forEach(document -> found.add(document.getInteger("_id")));
            return found;
        }
    }

    private static MongoCollection<Document> numbers(MongoClient client) {
        return client.getDatabase("test").getCollection("numbers");
    }

    private MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + port
                + "/?retryWrites=false&serverSelectionTimeoutMS=1500&socketTimeoutMS=5000");
    }

    private void start(Class<?> main) throws InterruptedException {
        server = ChildProcess.java(folder.resolve("log"), main, String.valueOf(port), folder.resolve("store").toString());
        for (int i = 0; i < 200 && !MongoPing.answers("127.0.0.1", port); i++) {
            Thread.sleep(50);
        }
    }

    private void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }
}
