package org.harmregistry.sources.sealing.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchiveFaults;
import org.harmregistry.sources.sealing.domain.KeptKey;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.KeyStore;
import org.harmregistry.sources.sealing.domain.SealingFailure;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;

import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;

/**
 * Keeps wrapped keys in a MongoDB database of their own: neither a backup of the register nor one of the archive holds any. One
 * document for each source and purpose; its id makes two first users meet.
 */
@ApplicationScoped
class KeysInMongo implements KeyStore {

    private static final String COLLECTION = "keys";

    private final ReactiveMongoCollection<Document> keys;
    private final Duration timeout;

    KeysInMongo(ReactiveMongoClient client, @ConfigProperty(name = "registry.witness.keys-database") String database,
            @ConfigProperty(name = "registry.archive.timeout") Duration timeout) {
        this.keys = client.getDatabase(database).getCollection(COLLECTION);
        this.timeout = timeout;
    }

    @Override
    public Uni<KeptKey> find(UUID source, KeyPurpose purpose) {
        return bounded(keys.find(Filters.eq("_id", id(source, purpose))).toUni()).map(KeysInMongo::key);
    }

    @Override
    public Uni<KeptKey> add(KeptKey key) {
        Document document = new Document("_id", id(key.source(), key.purpose()))
                .append("source", key.source().toString())
                .append("purpose", key.purpose().word())
                .append("version", key.version())
                .append("wrapped", new Binary(key.wrapped()))
                .append("wrappedBy", key.wrappedBy());
        return bounded(keys.insertOne(document).replaceWith(key)
                .onFailure(KeysInMongo::isThereAlready).recoverWithNull())
                .chain(added -> added != null ? Uni.createFrom().item(added) : find(key.source(), key.purpose()));
    }

    @Override
    public Uni<Void> destroy(UUID source, KeyPurpose purpose, Instant at) {
        Document remains = new Document("source", source.toString()).append("purpose", purpose.word()).append("version", 1)
                .append("destroyedAt", Date.from(at));
        // Filtered by id alone: a key that was never there is put down as destroyed, and cannot be made later.
        Bson notDestroyed = Filters.and(Filters.eq("_id", id(source, purpose)), Filters.exists("destroyedAt", false));
        return bounded(keys.replaceOne(notDestroyed, remains, new ReplaceOptions().upsert(true)).replaceWithVoid()
                .onFailure(KeysInMongo::isThereAlready).recoverWithNull());
    }

    @Override
    public Uni<Void> replace(KeptKey before, KeptKey after) {
        Bson asBefore = Filters.and(Filters.eq("_id", id(before.source(), before.purpose())),
                Filters.eq("wrappedBy", before.wrappedBy()));
        return bounded(keys.updateOne(asBefore, Updates.combine(Updates.set("wrapped", new Binary(after.wrapped())),
                Updates.set("wrappedBy", after.wrappedBy()))).replaceWithVoid());
    }

    @Override
    public Uni<List<KeptKey>> notWrappedBy(String name, int limit) {
        Bson others = Filters.and(Filters.exists("wrappedBy"), Filters.ne("wrappedBy", name));
        return bounded(keys.find(others, new FindOptions().limit(limit)).map(KeysInMongo::key).collect().asList());
    }

    @Override
    public Uni<Map<String, Long>> countByWrapping() {
        return bounded(keys.aggregate(List.of(new Document("$match", new Document("wrappedBy", new Document("$exists", true))),
                new Document("$group", new Document("_id", "$wrappedBy").append("count", new Document("$sum", 1)))))
                .collect().asList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getString("_id"),
                        row -> ((Number) row.get("count")).longValue())));
    }

    private <T> Uni<T> bounded(Uni<T> answer) {
        return answer.ifNoItem().after(timeout).fail()
                .onFailure().transform(
                        failure -> Failure.of(SealingFailure.KEYS_UNAVAILABLE).because(ArchiveFaults.origin(failure), failure));
    }

    private static String id(UUID source, KeyPurpose purpose) {
        return source + "/" + purpose.word();
    }

    private static KeptKey key(Document document) {
        if (document == null) {
            return null;
        }
        Binary wrapped = document.get("wrapped", Binary.class);
        Date destroyed = document.getDate("destroyedAt");
        return new KeptKey(UUID.fromString(document.getString("source")),
                KeyPurpose.valueOf(document.getString("purpose").toUpperCase(Locale.ROOT)), document.getInteger("version"),
                wrapped == null ? null : wrapped.getData(), document.getString("wrappedBy"),
                destroyed == null ? null : destroyed.toInstant());
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException write
                && ErrorCategory.fromErrorCode(write.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
