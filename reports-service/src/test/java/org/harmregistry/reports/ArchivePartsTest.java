package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.bson.Document;
import org.bson.types.Binary;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.archive.LongContent;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkus.vertx.VertxContextSupport;

/** Content that is longer than one document of MongoDB's can be, such as the list of a million records. */
@ServiceTest
class ArchivePartsTest {

    private static final int LONG = 17 * 1024 * 1024 + 5;

    @Inject
    Archive archive;
    @Inject
    MongoClient mongo;

    @Test
    void liesInPartsAndIsFoundWhole() throws Throwable {
        byte[] content = new byte[LONG];
        new Random(3).nextBytes(content);
        String digest = VertxContextSupport.subscribeAndAwait(() -> archive.keep(content, "text/plain"));
        assertThat(digest).isEqualTo(CanonicalJson.digest(content));
        assertThat(contents().find(Filters.eq("_id", digest)).first().getInteger("parts")).isEqualTo(18);
        assertThat(found(digest)).isEqualTo(content);

        byte[] part = contents().find(Filters.eq("_id", digest + "/1")).first().get("content", Binary.class).getData();
        part[7] ^= 1;
        contents().updateOne(Filters.eq("_id", digest + "/1"), Updates.set("content", new Binary(part)));
        assertThat(CanonicalJson.digest(found(digest))).as("damage is there to be found").isNotEqualTo(digest);
        contents().updateOne(Filters.eq("_id", digest), Updates.set("length", Integer.MAX_VALUE));
        assertThat(found(digest)).isEmpty();
        VertxContextSupport.subscribeAndAwait(() -> archive.keep(content, "text/plain"));
        assertThat(found(digest)).as("healed").isEqualTo(content);
        contents().deleteOne(Filters.eq("_id", digest + "/2"));
        assertThat(CanonicalJson.digest(found(digest))).isNotEqualTo(digest);
    }

    /** Pieces of such a length that some lie in two parts. */
    @Test
    void mayBeMadeWhileItIsKept() throws Throwable {
        byte[] content = new byte[LONG];
        new Random(5).nextBytes(content);
        String digest = CanonicalJson.digest(content);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> archive.keep(new Made(digest, content), "text/plain")))
                .isEqualTo(digest);
        assertThat(found(digest)).isEqualTo(content);
        assertThat(pieces(digest)).isEqualTo(content);
        assertThat(pieces(CanonicalJson.digestOfText("nothing"))).isEmpty();
        byte[] brief = Arrays.copyOf(content, 2_500_000);
        VertxContextSupport.subscribeAndAwait(
                () -> archive.keep(new Made(CanonicalJson.digest(brief), brief), "text/plain"));
        assertThat(found(CanonicalJson.digest(brief))).isEqualTo(brief);
        assertThat(pieces(CanonicalJson.digest(brief))).isEqualTo(brief);
    }

    /** Kept before parts were of a mebibyte. */
    @Test
    void inLongerPartsIsFoundToo() throws Throwable {
        byte[] content = new byte[LONG];
        new Random(7).nextBytes(content);
        String digest = CanonicalJson.digest(content);
        int part = 8 * 1024 * 1024;
        for (int i = 0; i < 3; i++) {
            contents().insertOne(new Document("_id", digest + "/" + i).append("content",
                    new Binary(Arrays.copyOfRange(content, i * part, Math.min(LONG, (i + 1) * part)))));
        }
        contents().insertOne(new Document("_id", digest).append("parts", 3).append("length", LONG));
        assertThat(found(digest)).isEqualTo(content);
        assertThat(pieces(digest)).isEqualTo(content);
    }

    private byte[] pieces(String digest) throws Throwable {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        VertxContextSupport.subscribeAndAwait(() -> archive.pieces(digest).invoke(whole::writeBytes).collect().last());
        return whole.toByteArray();
    }

    private record Made(String digest, byte[] content) implements LongContent {

        private static final int PIECE = 1_000_000;

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public Iterable<byte[]> pieces() {
            return () -> IntStream.iterate(0, from -> from < content.length, from -> from + PIECE)
                    .mapToObj(from -> Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE))).iterator();
        }
    }

    private byte[] found(String digest) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> archive.find(digest)).orElseThrow();
    }

    private MongoCollection<Document> contents() {
        return mongo.getDatabase("reports").getCollection("content");
    }
}
