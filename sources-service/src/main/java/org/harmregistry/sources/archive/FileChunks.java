package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.WhereAsked;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.quarkus.mongodb.FindOptions;
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

    /** In the driver's own types: the wider ones copy the bytes of a chunk once on the way in and twice on the way out. */
    private final ReactiveMongoCollection<BsonDocument> chunks;
    private final ReactiveMongoCollection<Document> files;
    private final ReactiveMongoCollection<Document> writings;
    private final Clock clock;
    private final Duration timeout;
    private final AtomicReference<Uni<Void>> prepared = new AtomicReference<>();

    FileChunks(ReactiveMongoClient client, Clock clock, @ConfigProperty(name = "quarkus.mongodb.database") String database,
            @ConfigProperty(name = "registry.archive.file-timeout") Duration timeout) {
        ReactiveMongoDatabase archive = client.getDatabase(database);
        this.chunks = archive.getCollection("archive.chunks", BsonDocument.class);
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
        BsonDocument chunk = new BsonDocument("_id", new BsonString(id(storage, number, digest)))
                .append("files_id", new BsonString(storage.toString()))
                .append("n", new BsonInt32(number)).append("data", new BsonBinary(bytes));
        return bounded(chunks.insertOne(chunk).replaceWithVoid().onFailure(FileChunks::isThere).recoverWithNull());
    }

    /** A chunk's bytes; {@code null} if they are not there. Whether they are the right ones is for the caller to see. */
    Uni<byte[]> read(UUID storage, int number, byte[] digest) {
        return bounded(chunks.find(Filters.eq("_id", id(storage, number, digest))).collect().first()
                .map(found -> found != null && found.get("data") instanceof BsonBinary data ? data.getData() : null));
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

    /** A file whose name nobody asked for since an instant. */
    record Unused(String storage, String digest, Date usedAt) {
    }

    /** Named files behind a storage, in the order of storages, of which nobody asked since. */
    Uni<List<Unused>> unused(String after, Instant since, int limit) {
        return bounded(files.find(Filters.and(Filters.gt("_id", after), Filters.lt("metadata.usedAt", Date.from(since))),
                new FindOptions().sort(Sorts.ascending("_id")).limit(limit)).collect().asList())
                .map(found -> found.stream().map(file -> new Unused(file.getString("_id"), file.getString("filename"),
                        file.get("metadata", Document.class).getDate("usedAt"))).toList());
    }

    /** Takes the name from a file that nobody asked for meanwhile, and drops it. */
    Uni<Void> collect(Unused file) {
        UUID storage = UUID.fromString(file.storage());
        return announce(storage, clock.instant()).chain(() -> bounded(files.deleteOne(Filters.and(
                Filters.eq("_id", file.storage()), Filters.eq("metadata.usedAt", file.usedAt())))))
                .chain(gone -> gone.getDeletedCount() == 1 ? drop(storage) : settle(storage));
    }

    /** Writings whose time is over. */
    Uni<List<UUID>> overdue(Instant now, int limit) {
        return bounded(writings.find(Filters.lt("until", Date.from(now)), new FindOptions().limit(limit)).collect().asList())
                .map(found -> found.stream().map(writing -> UUID.fromString(writing.getString("_id"))).toList());
    }

    /** Drops what an overdue writing left; if its file has a name, only the announcement is left over. */
    Uni<Void> abandon(UUID storage) {
        return bounded(files.find(Filters.eq("_id", storage.toString())).collect().first())
                .chain(named -> named == null ? drop(storage) : settle(storage));
    }

    /** Drops what lies beside a file's own chunks: beginnings of chunks, and what a second writer brought. */
    Uni<Void> keepOnly(StoredFile file) {
        List<String> own = IntStream.range(0, file.chunks().count())
                .mapToObj(number -> id(file.storage(), number, file.chunks().digest(number))).toList();
        return bounded(chunks.deleteMany(Filters.and(Filters.eq("files_id", file.storage().toString()),
                Filters.nin("_id", own)))).chain(() -> settle(file.storage()));
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

    /** Waits for the archive for a while, and goes on where it was called, also if it was waited for in vain. */
    private <T> Uni<T> bounded(Uni<T> call) {
        return WhereAsked.goOn(call.ifNoItem().after(timeout).fail().onFailure().transform(ArchiveFaults::translated));
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
