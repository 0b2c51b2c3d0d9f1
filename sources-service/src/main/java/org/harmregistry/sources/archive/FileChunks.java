package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;

/**
 * The documents of the archive's files, laid out as GridFS lays them out, so that every GridFS client can read them: a document
 * in {@code archive.files} names the file by its digest, those in {@code archive.chunks} hold its bytes. Chunks are only added;
 * their ids hold their digest, so that two writers of one file never overwrite each other.
 */
@ApplicationScoped
class FileChunks {

    /** GridFS's own default: a document that fits into 256 KiB with what is around the bytes. */
    static final int CHUNK_SIZE = 255 * 1024;

    private static final int DUPLICATE = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final ReactiveMongoCollection<Document> chunks;
    private final ReactiveMongoCollection<Document> files;
    private final ReactiveMongoCollection<Document> writings;
    private final Clock clock;
    private final Duration timeout;
    private final AtomicReference<Uni<Void>> prepared = new AtomicReference<>();

    FileChunks(ReactiveMongoClient client, Clock clock, @ConfigProperty(name = "quarkus.mongodb.database") String database,
            @ConfigProperty(name = "registry.archive.file-timeout") Duration timeout) {
        ReactiveMongoDatabase archive = client.getDatabase(database);
        this.chunks = archive.getCollection("archive.chunks");
        this.files = archive.getCollection("archive.files");
        this.writings = archive.getCollection("archive.writings");
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Notes, before any byte of it comes, that a file may come to lie under this storage: what is left over can be found. */
    Uni<Void> announce(UUID storage, Instant until) {
        return prepare().chain(() -> bounded(writings.insertOne(new Document("_id", storage.toString())
                .append("until", Date.from(until))))).replaceWithVoid();
    }

    /** Adds a chunk; one that is there already is left alone. */
    Uni<Void> write(UUID storage, int number, byte[] digest, byte[] bytes) {
        Document chunk = new Document("_id", id(storage, number, digest)).append("files_id", storage.toString())
                .append("n", number).append("data", new Binary(bytes));
        return bounded(chunks.insertOne(chunk).replaceWithVoid().onFailure(FileChunks::isThere).recoverWithNull());
    }

    /** A chunk's bytes; {@code null} if they are not there. Whether they are the right ones is for the caller to see. */
    Uni<byte[]> read(UUID storage, int number, byte[] digest) {
        return bounded(chunks.find(Filters.eq("_id", id(storage, number, digest))).collect().first()
                .map(found -> found != null && found.get("data") instanceof Binary data ? data.getData() : null));
    }

    /**
     * Gives a file that lies there whole its name. If the same content is there already, that one counts, and the new one's
     * chunks are to be dropped.
     *
     * @return what lies there under the digest
     */
    Uni<StoredFile> name(StoredFile file) {
        Document document = new Document("_id", file.storage().toString()).append("length", file.length())
                .append("chunkSize", file.chunkSize()).append("uploadDate", Date.from(clock.instant()))
                .append("filename", file.digest())
                .append("metadata", new Document("chunks", new Binary(file.chunks().bytes()))
                        .append("usedAt", Date.from(clock.instant())));
        return find(file.digest()).chain(there -> there != null ? Uni.createFrom().item(there)
                : bounded(files.insertOne(document).replaceWith(file)
                        .onFailure(FileChunks::isThere).recoverWithUni(() -> find(file.digest()))));
    }

    /** The file under this digest, noted as used now, so that nobody collects it meanwhile; {@code null} if there is none. */
    private Uni<StoredFile> find(String digest) {
        return bounded(files.findOneAndUpdate(Filters.eq("filename", digest),
                Updates.set("metadata.usedAt", Date.from(clock.instant())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))).map(FileChunks::file);
    }

    /** Takes the announcement of a writing back. */
    Uni<Void> settle(UUID storage) {
        return bounded(writings.deleteOne(Filters.eq("_id", storage.toString()))).replaceWithVoid();
    }

    /** Drops what was written of a file that never got its name. */
    Uni<Void> drop(UUID storage) {
        return bounded(chunks.deleteMany(Filters.eq("files_id", storage.toString()))).chain(() -> settle(storage));
    }

    /** Only one file has a digest, whatever two writers do at once; and the chunks of a file are found. */
    private Uni<Void> prepare() {
        Uni<Void> known = prepared.get();
        if (known != null) {
            return known;
        }
        return bounded(files.createIndex(Indexes.ascending("filename"), new IndexOptions().unique(true))
                .chain(() -> chunks.createIndex(Indexes.ascending("files_id", "n"))).replaceWithVoid())
                .invoke(() -> prepared.set(Uni.createFrom().voidItem()));
    }

    private <T> Uni<T> bounded(Uni<T> call) {
        return call.ifNoItem().after(timeout).fail().onFailure().transform(FileChunks::failure);
    }

    private static Throwable failure(Throwable cause) {
        if (cause instanceof Failure known) {
            return known;
        }
        boolean full = cause instanceof MongoException mongo && mongo.getCode() == OUT_OF_DISK_SPACE;
        return full ? Failure.of(ArchiveFailure.ARCHIVE_FULL).with("Retry-After", "60")
                : Failure.of(CommonFailure.ARCHIVE_UNAVAILABLE);
    }

    private static boolean isThere(Throwable failure) {
        return failure instanceof MongoWriteException write && (write.getError().getCode() == DUPLICATE
                || write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static StoredFile file(Document document) {
        return document == null ? null
                : new StoredFile(document.getString("filename"), document.getLong("length"),
                        UUID.fromString(document.getString("_id")), document.getInteger("chunkSize"),
                        ChunkDigests.of(document.get("metadata", Document.class).get("chunks", Binary.class).getData()));
    }

    private static String id(UUID storage, int number, byte[] digest) {
        return storage + ":" + number + ":" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    }
}
