package org.harmregistry.reports.log.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.log.domain.LogKeys;
import org.harmregistry.reports.log.domain.LogReading;
import org.harmregistry.reports.log.domain.TileAddress;

import io.smallrye.mutiny.Uni;

/** What both addresses of the log answer alike: the lasting one of an epoch, and the short one of the epoch that grows. */
@ApplicationScoped
class LogAnswers {

    /** A checkpoint may be a few seconds old, a tile never changes under the address of its epoch. */
    static final String BRIEFLY = "public, max-age=2";
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    private final LogReading reading;
    private final LogKeys keys;

    LogAnswers(LogReading reading, LogKeys keys) {
        this.reading = reading;
        this.keys = keys;
    }

    Uni<Response> checkpoint(String epoch) {
        return reading.checkpoint(epoch).map(checkpoint -> answer(checkpoint.note().getBytes(StandardCharsets.UTF_8), TEXT,
                BRIEFLY));
    }

    Uni<Response> key(String epoch) {
        return reading.epoch(epoch).map(known -> answer(
                (String.join("\n", keys.verifierKeys(known.origin())) + "\n").getBytes(StandardCharsets.UTF_8), TEXT, BRIEFLY));
    }

    Uni<Response> tile(String epoch, String level, String path, String cache) {
        return tile(level, path, tile -> reading.tile(epoch, tile), cache);
    }

    Uni<Response> entries(String epoch, String path, String cache) {
        return tile("0", path, tile -> reading.entries(epoch, tile), cache);
    }

    Uni<Response> inclusion(String epoch, String index, String size, String cache) {
        return reading.inclusion(epoch, number(index), number(size))
                .map(proof -> Response.ok(new LogProof(number(index), null, number(size), base64(proof.subject()),
                        base64(proof.root()), base64(proof.hashes()))).header(HttpHeaders.CACHE_CONTROL, cache).build());
    }

    Uni<Response> consistency(String epoch, String first, String second, String cache) {
        return reading.consistency(epoch, number(first), number(second))
                .map(proof -> Response.ok(new LogProof(null, number(first), number(second), base64(proof.subject()),
                        base64(proof.root()), base64(proof.hashes()))).header(HttpHeaders.CACHE_CONTROL, cache).build());
    }

    private static Uni<Response> tile(String level, String path, Function<TileAddress, Uni<byte[]>> read, String cache) {
        return TileAddress.of(level, path).map(read).orElseThrow(() -> Failure.of(CommonFailure.NOT_FOUND))
                .map(bytes -> answer(bytes, BYTES, cache));
    }

    private static Response answer(byte[] bytes, String type, String cache) {
        return Response.ok(bytes).header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CACHE_CONTROL, cache)
                .header("X-Content-Type-Options", "nosniff").build();
    }

    /** A number in an address is written in one way only, so that no cache keeps two answers for one question. */
    private static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(LogAnswers::base64).toList();
    }
}
