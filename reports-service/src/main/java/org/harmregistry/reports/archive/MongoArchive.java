package org.harmregistry.reports.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

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
import io.smallrye.mutiny.Uni;

/** The archive in MongoDB: one document per content, its digest is its id. */
@ApplicationScoped
public class MongoArchive implements Archive {

    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final int DUPLICATE_KEY = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final ReactiveMongoClient client;
    private final String database;
    private final Clock clock;

    public MongoArchive(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<String> keep(byte[] content, String mediaType) {
        String digest = CanonicalJson.digest(content);
        Document document = new Document("_id", digest).append("mediaType", mediaType)
                .append("keptAt", Date.from(clock.instant())).append("content", new Binary(content));
        // Replacing rather than inserting also heals content that was damaged since.
        return bounded(contents().replaceOne(Filters.eq("_id", digest), document, new ReplaceOptions().upsert(true))
                .replaceWithVoid()
                .onFailure(MongoArchive::isAlreadyThere).recoverWithNull())
                .replaceWith(digest);
    }

    @Override
    public Uni<Optional<byte[]>> find(String digest) {
        return bounded(contents().find(Filters.eq("_id", digest)).collect().first()
                .map(found -> Optional.ofNullable(found).map(document -> document.get("content", Binary.class).getData())));
    }

    private ReactiveMongoCollection<Document> contents() {
        return client.getDatabase(database).getCollection("content");
    }

    private static <T> Uni<T> bounded(Uni<T> call) {
        return call.ifNoItem().after(LIMIT).failWith(() -> Failure.of(CommonFailure.ARCHIVE_UNAVAILABLE))
                .onFailure(failure -> !(failure instanceof Failure))
                .transform(MongoArchive::translated);
    }

    /** Whoever waits for an edition must see whether somebody has to make room, or only to wait. */
    static Failure translated(Throwable cause) {
        return Failure.of(cause instanceof MongoException mongo && mongo.getCode() == OUT_OF_DISK_SPACE
                ? ArchiveFailure.ARCHIVE_FULL
                : CommonFailure.ARCHIVE_UNAVAILABLE);
    }

    /** Two replicas that keep the same content at once: one of them was first, and it is the same content. */
    private static boolean isAlreadyThere(Throwable failure) {
        return failure instanceof MongoWriteException write && write.getError().getCode() == DUPLICATE_KEY;
    }
}
