package org.harmregistry.reports;

import static io.restassured.RestAssured.given;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.reports.log.domain.Disclosure;
import org.harmregistry.reports.log.domain.LeafKind;
import org.harmregistry.reports.log.domain.LeafQueue;
import org.harmregistry.reports.log.domain.LogCondition;
import org.harmregistry.reports.log.domain.LogStep;
import org.harmregistry.reports.log.domain.NewLeaf;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** What the tests of the log do again and again. */
final class LogScene {

    private static final int TILE = 256;
    private static String other;

    private LogScene() {
    }

    /**
     * A checkpoint as a reader parses it.
     *
     * @param body the signed text
     * @param signature 64 bytes
     */
    record Head(String origin, long size, byte[] root, String body, byte[] signature) {

        static Head of(String note) {
            String[] lines = note.split("\n");
            byte[] signed = Base64.getDecoder().decode(lines[4].substring(lines[4].lastIndexOf(' ') + 1));
            return new Head(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]),
                    note.substring(0, note.indexOf("\n\n") + 1), Arrays.copyOfRange(signed, 4, signed.length));
        }

        String prefix() {
            return "/api/v1/log/" + origin.substring(origin.lastIndexOf('/') + 1);
        }
    }

    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    /** Steps as the schedule does. */
    static LogCondition step() {
        return await(bean(LogStep.class)::run);
    }

    /** Steps until nothing waits. */
    static Head settled() {
        do {
            if (step() != LogCondition.RUNNING) {
                throw new IllegalStateException("the log is " + step());
            }
        } while (given().get("/api/v1/log").then().statusCode(200).extract().<Integer> path("pending") > 0);
        return head();
    }

    static Head head() {
        return Head.of(given().get("/api/v1/log/checkpoint").then().statusCode(200).extract().asString());
    }

    /** Publishes an edition whose leaf waits. */
    static String published() {
        ReportsScene.neighbours("world=river");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        ReportsScene.makeDue();
        return ReportsScene.edition(slug).getString("id");
    }

    /** Queues leaves that stand for those of other editions, as cheaply as can be. */
    static void queue(int count) {
        if (other == null) {
            other = published();
        }
        queue(other, count);
    }

    private static void queue(String edition, int count) {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        for (int i = 0; i < count; i++) {
            byte[] content = ("{\"n\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8);
            NewLeaf leaf = new NewLeaf(UUID.fromString(edition), LeafKind.REPLIED, content,
                    new Disclosure(salt, content), Instant.parse("2026-11-01T00:00:00Z"));
            await(() -> bean(UnitOfWork.class).run(session -> bean(LeafQueue.class).add(session, leaf)));
        }
    }

    /** All leaves of a tree, as everybody fetches them. */
    static List<byte[]> leaves(Head head) {
        List<byte[]> leaves = new ArrayList<>();
        for (long tile = 0; tile * TILE < head.size(); tile++) {
            long width = Math.min(TILE, head.size() - tile * TILE);
            String address = head.prefix() + "/tile/entries/" + String.format("%03d", tile)
                    + (width < TILE ? ".p/" + width : "");
            ByteBuffer bytes = ByteBuffer.wrap(given().get(address).then().statusCode(200).extract().asByteArray());
            while (bytes.hasRemaining()) {
                byte[] leaf = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(leaf);
                leaves.add(leaf);
            }
        }
        return leaves;
    }
}
