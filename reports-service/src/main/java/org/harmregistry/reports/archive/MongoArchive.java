package org.harmregistry.reports.archive;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * The archive in MongoDB: one document per content, its digest is its id. What is too long for a document of MongoDB's lies in
 * parts, which are there before the document that counts them.
 */
@ApplicationScoped
public class MongoArchive implements Archive {

    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final int DUPLICATE_KEY = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int MIB = 1024 * 1024;
    /** A document of MongoDB's has 16 MiB at most. */
    private static final int LONGEST_PART = 8 * MIB;
    /** What is longer than one document may be is too long to be held in few pieces. */
    private static final int PART = MIB;
    private static final int MOST_PARTS = 512;
    private static final long MOST_LENGTH = (long) MOST_PARTS * PART;

    private final ReactiveMongoClient client;
    private final String database;
    private final Clock clock;
    private final Vertx vertx;

    public MongoArchive(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock, Vertx vertx) {
        this.client = client;
        this.database = database;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Override
    public Uni<String> keep(byte[] content, String mediaType) {
        return content.length <= LONGEST_PART ? keepWhole(CanonicalJson.digest(content), content, mediaType)
                : onWorker(() -> CanonicalJson.digest(content))
                        .chain(digest -> keepInParts(new Held(digest, content), mediaType));
    }

    /** What lies in memory already. */
    private record Held(String digest, byte[] content) implements LongContent {

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public Iterable<byte[]> pieces() {
            return List.of(content);
        }
    }

    @Override
    public Uni<String> keep(LongContent content, String mediaType) {
        if (content.length() > LONGEST_PART) {
            return keepInParts(content, mediaType);
        }
        return onWorker(() -> new ContentParts(content.pieces()).next((int) content.length()))
                .chain(whole -> keepWhole(content.digest(), whole, mediaType));
    }

    private Uni<String> keepWhole(String digest, byte[] content, String mediaType) {
        return put(digest, document(mediaType).append("content", new Binary(content))).replaceWith(digest);
    }

    private Uni<String> keepInParts(LongContent content, String mediaType) {
        if (content.length() > MOST_LENGTH) {
            throw new IllegalArgumentException("content of more than half a gigabyte");
        }
        int length = (int) content.length();
        int parts = (length + PART - 1) / PART;
        ContentParts taken = new ContentParts(content.pieces());
        return Multi.createFrom().range(0, parts)
                .onItem().transformToUniAndConcatenate(part -> onWorker(() -> taken.next(Math.min(PART, length - part * PART)))
                        .chain(bytes -> put(content.digest() + "/" + part, new Document("content", new Binary(bytes)))))
                .onItem().ignoreAsUni()
                .chain(() -> put(content.digest(), document(mediaType).append("parts", parts).append("length", length)))
                .replaceWith(content::digest);
    }

    private Document document(String mediaType) {
        return new Document("mediaType", mediaType).append("keptAt", Date.from(clock.instant()));
    }

    /** What is long takes a while to be hashed, or made. */
    private <T> Uni<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    /** Replacing rather than inserting also heals content that was damaged since. */
    private Uni<Void> put(String id, Document document) {
        return bounded(
                contents().replaceOne(Filters.eq("_id", id), document.append("_id", id), new ReplaceOptions().upsert(true))
                        .replaceWithVoid()
                        .onFailure(MongoArchive::isAlreadyThere).recoverWithNull());
    }

    @Override
    public Uni<Optional<byte[]>> find(String digest) {
        return get(digest).chain(found -> {
            if (found == null || !found.containsKey("parts")) {
                return Uni.createFrom().item(Optional.ofNullable(found).map(MongoArchive::bytes));
            }
            long length = found.getInteger("length");
            if (length < 0 || length > MOST_LENGTH || length > (long) found.getInteger("parts") * LONGEST_PART) {
                return Uni.createFrom().item(Optional.of(new byte[0]));
            }
            ByteBuffer whole = ByteBuffer.allocate((int) length);
            return pieces(digest, found).onItem().invoke(part -> append(whole, part)).onItem().ignoreAsUni()
                    .replaceWith(() -> Optional.of(whole.array()));
        });
    }

    @Override
    public Multi<byte[]> pieces(String digest) {
        return get(digest).toMulti().onItem().transformToMultiAndConcatenate(found -> found.containsKey("parts")
                ? pieces(digest, found)
                : Multi.createFrom().item(bytes(found)));
    }

    private Multi<byte[]> pieces(String digest, Document found) {
        int parts = found.getInteger("parts");
        return parts < 1 || parts > MOST_PARTS ? Multi.createFrom().empty()
                : Multi.createFrom().range(0, parts)
                        .onItem().transformToUniAndConcatenate(part -> get(digest + "/" + part))
                        .map(MongoArchive::bytes);
    }

    private Uni<Document> get(String id) {
        return bounded(contents().find(Filters.eq("_id", id)).collect().first());
    }

    private static byte[] bytes(Document document) {
        return document.get("content", Binary.class).getData();
    }

    /** Parts that are longer than they were are damaged, and found to be by the digest. */
    private static void append(ByteBuffer whole, byte[] part) {
        whole.put(part, 0, Math.min(part.length, whole.remaining()));
    }

    private ReactiveMongoCollection<Document> contents() {
        return client.getDatabase(database).getCollection("content");
    }

    private static <T> Uni<T> bounded(Uni<T> call) {
        return call.ifNoItem().after(LIMIT).fail()
                .onFailure(failure -> !(failure instanceof Failure))
                .transform(MongoArchive::translated);
    }

    /** Whoever waits for an edition must see whether somebody has to make room, or only to wait. */
    public static Failure translated(Throwable cause) {
        int code = cause instanceof MongoException mongo ? mongo.getCode() : 0;
        return Failure.of(code == OUT_OF_DISK_SPACE ? ArchiveFailure.ARCHIVE_FULL : CommonFailure.ARCHIVE_UNAVAILABLE)
                .because(code > 0 ? "MongoDB " + code : "no answer from MongoDB", cause);
    }

    /** Two replicas that keep the same content at once: one of them was first, and it is the same content. */
    private static boolean isAlreadyThere(Throwable failure) {
        return failure instanceof MongoWriteException write && write.getError().getCode() == DUPLICATE_KEY;
    }
}
