package org.harmregistry.sources.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bson.Document;
import org.harmregistry.kit.testing.MongoResource;
import org.harmregistry.kit.testing.PostgresResource;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Register and archive of a test run, each behind a line that can fail. */
public class Stores implements QuarkusTestResourceLifecycleManager {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /** Made for these tests alone: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0. */
    private static final String SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIBnywFDXN81+0ZVzsyaorz2QrZAOITltiIbeqUINWvOm";

    private static FaultyLine toArchive;
    private static Disk disk;
    private static FaultyLine toRegister;
    private static MongoClient behind;

    private final PostgresResource register = new PostgresResource();
    private final MongoResource archive = new MongoResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(register.start());
        toRegister = new FaultyLine(PostgresResource.port());
        settings.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + toRegister.port() + "/registry");
        Matcher port = PORT.matcher(archive.start().get("quarkus.mongodb.connection-string"));
        if (!port.find()) {
            throw new IllegalStateException("no port in the archive's address");
        }
        disk = new Disk(Integer.parseInt(port.group(1)));
        toArchive = new FaultyLine(disk.port());
        behind = MongoClients.create("mongodb://127.0.0.1:" + port.group(1));
        settings.put("quarkus.mongodb.connection-string", "mongodb://127.0.0.1:" + toArchive.port());
        settings.put("registry.custody.signing-key", SIGNING_KEY);
        settings.put("registry.custody.key", "a custody key for tests alone of 32 characters or more");
        // So that the largest file is one that a test can send.
        settings.put("registry.archive.largest-file", "4194304");
        // So that a test can wait until nobody waits any more.
        settings.put("registry.archive.file-timeout", "PT4S");
        settings.put("registry.fixity.bytes-per-second", "400000000");
        settings.put("registry.timestamps.authorities", "src/test/resources/captures/authority.pem");
        settings.put("registry.witness.keys-file", WitnessKeys.made().toString());
        settings.put("registry.witness.rotation.every", "1s");
        settings.put("registry.witness.shredding.every", "1s");
        settings.put("registry.consent.expiry.every", "1s");
        return settings;
    }

    @Override
    public void stop() {
        if (behind != null) {
            behind.close();
        }
        archive.stop();
        register.stop();
    }

    /** The line to MongoDB. */
    public static FaultyLine toArchive() {
        return toArchive;
    }

    /** The disk that MongoDB writes to. */
    public static Disk disk() {
        return disk;
    }

    /** The line to PostgreSQL. */
    public static FaultyLine toRegister() {
        return toRegister;
    }

    /** A collection of the archive, seen behind the service's back. */
    public static MongoCollection<Document> collection(String name) {
        return behind.getDatabase("sources").getCollection(name);
    }

    /** The archived content, seen behind the service's back. */
    public static MongoCollection<Document> content() {
        return behind.getDatabase("sources").getCollection("content");
    }

    /** A collection of the database that the keys lie in. */
    public static MongoCollection<Document> besideKeys(String name) {
        return behind.getDatabase("sources_keys").getCollection(name);
    }

    /** Every document of every database of the archive's server, as JSON. */
    public static List<String> documents() {
        List<String> documents = new ArrayList<>();
        for (String database : behind.listDatabaseNames()) {
            for (String collection : behind.getDatabase(database).listCollectionNames()) {
                behind.getDatabase(database).getCollection(collection).find()
                        .forEach(document -> documents.add(document.toJson()));
            }
        }
        return documents;
    }

    /** The names of archived files, seen behind the service's back. */
    public static MongoCollection<Document> files() {
        return behind.getDatabase("sources").getCollection("archive.files");
    }

    /** The bytes of archived files. */
    public static MongoCollection<Document> chunks() {
        return behind.getDatabase("sources").getCollection("archive.chunks");
    }

    /** Which files are being written. */
    public static MongoCollection<Document> writings() {
        return behind.getDatabase("sources").getCollection("archive.writings");
    }

    /** The archive as any client of GridFS sees it. */
    public static GridFSBucket bucket() {
        return GridFSBuckets.create(behind.getDatabase("sources"), "archive");
    }
}
