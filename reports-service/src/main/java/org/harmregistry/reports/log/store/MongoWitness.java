package org.harmregistry.reports.log.store;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.reports.archive.MongoArchive;
import org.harmregistry.reports.log.domain.Epoch;
import org.harmregistry.reports.log.domain.TreeHead;
import org.harmregistry.reports.log.domain.Witness;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;

/** The memory of the last head in MongoDB: a document for each epoch, changed by one atomic operation. */
@ApplicationScoped
class MongoWitness implements Witness {

    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final HexFormat HEX = HexFormat.of();

    private final ReactiveMongoClient client;
    private final String database;

    MongoWitness(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.client = client;
        this.database = database;
    }

    @Override
    public Uni<Memory> recall(String epoch) {
        return bounded(heads().find(Filters.eq("_id", epoch)).collect().first())
                .map(found -> found == null ? null : memory(found));
    }

    @Override
    public Uni<List<Memory>> open() {
        return bounded(heads().find(Filters.eq("successor", null)).map(MongoWitness::memory).collect().asList());
    }

    @Override
    public Uni<Void> begin(Epoch epoch) {
        return bounded(heads().insertOne(document(epoch.name(), epoch.origin(), TreeHead.empty(), null)).replaceWithVoid()
                .onFailure(MongoWitness::isThereAlready).recoverWithNull());
    }

    @Override
    public Uni<Boolean> move(String epoch, TreeHead from, TreeHead to) {
        Bson known = Filters.and(Filters.eq("_id", epoch), Filters.eq("size", from.size()),
                Filters.eq("root", HEX.formatHex(from.root())), Filters.eq("successor", null));
        Bson next = Updates.combine(Updates.set("size", to.size()), Updates.set("root", HEX.formatHex(to.root())));
        return bounded(heads().updateOne(known, next).map(result -> result.getMatchedCount() == 1));
    }

    @Override
    public Uni<Void> end(Memory last, String successor) {
        return bounded(heads().replaceOne(Filters.eq("_id", last.epoch()),
                document(last.epoch(), last.origin(), last.head(), successor), new ReplaceOptions().upsert(true))
                .replaceWithVoid());
    }

    private static Document document(String epoch, String origin, TreeHead head, String successor) {
        return new Document("_id", epoch).append("origin", origin).append("size", head.size())
                .append("root", HEX.formatHex(head.root())).append("successor", successor);
    }

    private ReactiveMongoCollection<Document> heads() {
        return client.getDatabase(database).getCollection("log_head");
    }

    private static Memory memory(Document found) {
        return new Memory(found.getString("_id"), found.getString("origin"),
                new TreeHead(((Number) found.get("size")).longValue(), HEX.parseHex(found.getString("root"))),
                found.getString("successor"));
    }

    private static <T> Uni<T> bounded(Uni<T> call) {
        return call.ifNoItem().after(LIMIT).fail()
                .onFailure().transform(MongoArchive::translated);
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && ErrorCategory.fromErrorCode(refused.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
