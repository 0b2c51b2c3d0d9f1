package org.harmregistry.sources.custody.store;

import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.sources.archive.ArchiveFaults;
import org.harmregistry.sources.custody.domain.ChainHead;
import org.harmregistry.sources.custody.domain.Checkpoint;
import org.harmregistry.sources.custody.domain.Checkpoints;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;

import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;

/** Keeps checkpoints in MongoDB: a document for each, and one for each head that it keeps. */
@ApplicationScoped
class CheckpointsInMongo implements Checkpoints {

    private static final int MOST_MARKS = 1_000;
    private static final Duration WHILE_WRITING = Duration.ofSeconds(10);

    private final ReactiveMongoCollection<Document> checkpoints;
    private final ReactiveMongoCollection<Document> marks;
    private final Duration timeout;

    CheckpointsInMongo(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database,
            @ConfigProperty(name = "registry.archive.timeout") Duration timeout) {
        this.checkpoints = client.getDatabase(database).getCollection("custody_checkpoint");
        this.marks = client.getDatabase(database).getCollection("custody_mark");
        this.timeout = timeout;
    }

    @Override
    public Uni<Checkpoint> newest() {
        return answered(checkpoints.find(new FindOptions().sort(Sorts.descending("_id")).limit(1)).collect().first(), timeout)
                .map(found -> found == null ? null : checkpoint(found));
    }

    @Override
    public Uni<List<Checkpoint>> from(long number, int limit) {
        return answered(
                checkpoints.find(Filters.gte("_id", number), new FindOptions().sort(Sorts.ascending("_id")).limit(limit))
                        .map(CheckpointsInMongo::checkpoint).collect().asList(),
                WHILE_WRITING);
    }

    @Override
    public Uni<List<ChainHead>> marksOf(UUID source) {
        return answered(marks.find(Filters.eq("source", source.toString()),
                new FindOptions().sort(Sorts.descending("length")).limit(MOST_MARKS)).map(CheckpointsInMongo::head).collect()
                .asList(),
                timeout).invoke(Collections::reverse);
    }

    @Override
    public Uni<Map<UUID, List<ChainHead>>> marksBetween(UUID first, UUID last, int limit) {
        return answered(marks.find(Filters.and(Filters.gte("source", first.toString()), Filters.lte("source", last.toString())),
                new FindOptions().sort(Sorts.ascending("source", "length")).limit(limit)).map(CheckpointsInMongo::head)
                .collect().asList(), WHILE_WRITING)
                .map(heads -> heads.stream().collect(Collectors.groupingBy(ChainHead::source)));
    }

    @Override
    public Uni<List<UUID>> sourcesAfter(UUID after, int limit) {
        return answered(marks.find(Filters.gt("source", after.toString()),
                new FindOptions().sort(Sorts.ascending("source")).limit(limit))
                .map(found -> UUID.fromString(found.getString("source")))
                .collect().asList(), WHILE_WRITING).map(found -> found.stream().distinct().toList());
    }

    @Override
    public Uni<List<ChainHead>> headsOf(Checkpoint checkpoint) {
        return answered(marks.find(Filters.eq("batch", checkpoint.batch().toString()),
                new FindOptions().sort(Sorts.ascending("source"))).map(CheckpointsInMongo::head).collect().asList(),
                WHILE_WRITING);
    }

    /** The heads first: a checkpoint never names what is not there, and heads without one are true all the same. */
    @Override
    public Uni<Boolean> add(Checkpoint checkpoint, List<ChainHead> heads) {
        List<Document> rows = heads.stream().map(head -> document(head, checkpoint)).toList();
        Uni<Boolean> added = marks.createIndex(Indexes.ascending("source", "length"))
                .chain(() -> marks.createIndex(Indexes.ascending("batch", "source")))
                .chain(() -> marks.insertMany(rows))
                .chain(() -> checkpoints.insertOne(document(checkpoint))).replaceWith(true)
                .onFailure(CheckpointsInMongo::isThereAlready).recoverWithItem(false);
        return answered(added, WHILE_WRITING);
    }

    private static <T> Uni<T> answered(Uni<T> asked, Duration limit) {
        return asked.ifNoItem().after(limit).fail()
                .onFailure().transform(ArchiveFaults::translated);
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && ErrorCategory.fromErrorCode(refused.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(ChainHead head, Checkpoint checkpoint) {
        return new Document("_id", checkpoint.batch() + "/" + head.source()).append("source", head.source().toString())
                .append("length", head.length()).append("lastHash", HexFormat.of().formatHex(head.lastHash()))
                .append("keyId", head.keyId()).append("mac", new Binary(head.mac()))
                .append("batch", checkpoint.batch().toString()).append("checkpoint", checkpoint.number());
    }

    private static ChainHead head(Document row) {
        return new ChainHead(UUID.fromString(row.getString("source")), ((Number) row.get("length")).longValue(),
                HexFormat.of().parseHex(row.getString("lastHash")), row.getString("keyId"),
                row.get("mac", Binary.class).getData());
    }

    private static Document document(Checkpoint checkpoint) {
        return new Document("_id", checkpoint.number()).append("at", Date.from(checkpoint.at()))
                .append("batch", checkpoint.batch().toString()).append("chains", checkpoint.chains())
                .append("root", checkpoint.root()).append("previous", checkpoint.previous()).append("hash", checkpoint.hash())
                .append("keyId", checkpoint.keyId()).append("mac", new Binary(checkpoint.mac()));
    }

    private static Checkpoint checkpoint(Document row) {
        return new Checkpoint(((Number) row.get("_id")).longValue(), row.getDate("at").toInstant(),
                UUID.fromString(row.getString("batch")), row.getInteger("chains"), row.getString("root"),
                row.getString("previous"), row.getString("hash"), row.getString("keyId"),
                row.get("mac", Binary.class).getData());
    }
}
