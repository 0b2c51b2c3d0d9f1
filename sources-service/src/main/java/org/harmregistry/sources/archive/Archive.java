package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.WhereAsked;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mutiny.zero.flow.adapters.AdaptersToFlow;

/**
 * Keeps texts in MongoDB under their SHA-256. Content is only ever added: what is there is never written again, so that damage
 * is found by whoever reads, and not papered over by whoever sends the same text once more.
 */
@ApplicationScoped
public class Archive {

    private static final String COLLECTION = "content";
    private static final String MEDIA_TYPE = "text/plain;charset=utf-8";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final InsertManyOptions EACH_BY_ITSELF = new InsertManyOptions().ordered(false);

    private final ReactiveMongoCollection<Document> contents;
    private final MongoCollection<Document> unwrapped;
    private final TextQuestions questions = new TextQuestions(this::ask);
    private final Clock clock;
    private final Duration timeout;
    private final Duration patience;

    public Archive(ReactiveMongoClient client, Clock clock,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            @ConfigProperty(name = "registry.archive.timeout") Duration timeout,
            @ConfigProperty(name = "registry.archive.import-patience") Duration patience) {
        this.contents = client.getDatabase(database).getCollection(COLLECTION);
        this.unwrapped = client.unwrap().getDatabase(database).getCollection(COLLECTION);
        this.clock = clock;
        this.timeout = timeout;
        this.patience = patience;
    }

    /**
     * Stores the texts; to be done before, and outside of, the transaction that names them. Storing a text again does nothing.
     *
     * @return completes once all are acknowledged; fails with 503 {@code archive_unavailable} or 507 {@code archive_full}
     *         otherwise
     */
    public Uni<Void> store(Collection<Content> texts) {
        return store(texts, timeout);
    }

    /**
     * The same for a batch of an import: an archive that does not answer is asked again for a while, as the import would
     * otherwise end in the middle.
     */
    public Uni<Void> storeMany(Collection<Content> texts) {
        return store(texts, patience).onFailure(Archive::isAway).retry().withBackOff(SOON, LATER)
                .expireIn(patience.toMillis())
                // Who gives up asking again wraps what the archive said last.
                .onFailure(failure -> isAway(failure.getCause())).transform(Throwable::getCause);
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof Failure known && known.code() == CommonFailure.ARCHIVE_UNAVAILABLE;
    }

    private Uni<Void> store(Collection<Content> texts, Duration limit) {
        if (texts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return contents.insertMany(documents(texts), EACH_BY_ITSELF)
                .replaceWithVoid()
                .onFailure(Archive::isThereAlready).recoverWithNull()
                .ifNoItem().after(limit).fail()
                .onFailure().transform(ArchiveFaults::translated);
    }

    /**
     * Reads and verifies the texts under these digests, together with what others ask for meanwhile.
     *
     * @return an entry for every digest; fails with 503 {@code archive_unavailable} if the archive does not answer
     */
    public Uni<Map<String, ArchivedText>> read(Set<String> digests) {
        if (digests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Uni<Map<String, ArchivedText>> asked = digests.size() > TextQuestions.MOST ? ask(digests)
                : questions.ask(digests).ifNoItem().after(timeout).fail();
        return WhereAsked.goOn(asked.onFailure().transform(ArchiveFaults::translated));
    }

    /** One question, past the wrapper that would take each document of the answer back to who asked first. */
    private Uni<Map<String, ArchivedText>> ask(Set<String> digests) {
        return Multi.createFrom().publisher(AdaptersToFlow.publisher(unwrapped.find(Filters.in("_id", digests))))
                .collect().asList()
                .ifNoItem().after(timeout).fail()
                .map(documents -> verified(digests, documents));
    }

    private List<Document> documents(Collection<Content> texts) {
        Map<String, Document> documents = new LinkedHashMap<>();
        Date now = Date.from(clock.instant());
        for (Content content : texts) {
            documents.computeIfAbsent(content.digest(), digest -> new Document("_id", digest)
                    .append("text", content.text())
                    .append("mediaType", MEDIA_TYPE)
                    .append("length", content.length())
                    .append("storedAt", now));
        }
        return new ArrayList<>(documents.values());
    }

    private static Map<String, ArchivedText> verified(Set<String> digests, List<Document> documents) {
        Map<String, ArchivedText> texts = new LinkedHashMap<>();
        digests.forEach(digest -> texts.put(digest, ArchivedText.MISSING));
        for (Document document : documents) {
            String digest = document.getString("_id");
            texts.put(digest, ArchivedText.verified(digest, document.get("text") instanceof String text ? text : null));
        }
        return texts;
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream()
                        .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
    }
}
