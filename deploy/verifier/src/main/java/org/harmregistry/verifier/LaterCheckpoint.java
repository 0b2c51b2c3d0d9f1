package org.harmregistry.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Compares the bundle's checkpoints with one that was got in another way: the log must be one history. A file is compared as it
 * is;
 * from an address the proof between the two is fetched as well.
 */
final class LaterCheckpoint {

    private static final String NAME = "/checkpoint";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String place;
    private final boolean online;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT)
            .build();

    LaterCheckpoint(String place) {
        this.place = place;
        this.online = place.startsWith("http://") || place.startsWith("https://");
    }

    /** The other checkpoint, once it is found to go on from those of the bundle; {@code null} otherwise. */
    SignedCheckpoint compare(List<SignedCheckpoint> bundled, List<VerifierKey> trusted, Report report) {
        SignedCheckpoint[] found = new SignedCheckpoint[1];
        boolean sound = report.check("the log at " + place + " goes on from the bundle's checkpoints", () -> {
            SignedCheckpoint later = SignedCheckpoint.of(Utf8.text(read(), "the other checkpoint"));
            if (!trusted.isEmpty()) {
                later.checkAny(trusted);
            } else {
                report.note("without --key nobody has checked who signed the other checkpoint");
            }
            boolean covered = true;
            for (SignedCheckpoint checkpoint : bundled) {
                covered &= joins(checkpoint, later, report);
            }
            found[0] = covered ? later : null;
        });
        return sound ? found[0] : null;
    }

    /** True if the other is found to hold all that the one does: of one size, or larger and proved to go on from it. */
    private boolean joins(SignedCheckpoint one, SignedCheckpoint other, Report report) throws NotSoundException {
        if (!one.origin().equals(other.origin())) {
            throw new NotSoundException("it is another log, " + other.origin());
        }
        if (one.size() == other.size()) {
            if (!Arrays.equals(one.root(), other.root())) {
                throw new NotSoundException("two histories: one size, " + one.size() + ", and two roots");
            }
            return true;
        }
        if (!online) {
            report.note("sizes differ (" + one.size() + " and " + other.size()
                    + "): give the checkpoint's address to have the proof between them fetched");
            return false;
        }
        SignedCheckpoint small = one.size() < other.size() ? one : other;
        SignedCheckpoint large = small == one ? other : one;
        if (!MerklePath.joins(small.size(), small.root(), large.size(), large.root(), path(small.size(), large.size()))) {
            throw new NotSoundException("two histories: nothing joins size " + small.size() + " and size " + large.size());
        }
        return small == one;
    }

    private List<byte[]> path(long first, long second) throws NotSoundException {
        String base = place.substring(0, place.length() - NAME.length());
        byte[] answer = fetch(base + "/proofs/consistency/" + first + "/" + second);
        Map<String, Object> proof = Json.object(answer, "the proof of consistency");
        List<byte[]> hashes = new ArrayList<>();
        if (proof.get("hashes") instanceof List<?> items) {
            for (Object item : items) {
                hashes.add(Base64Text.decode(String.valueOf(item), "a hash of the proof"));
            }
            return hashes;
        }
        throw new NotSoundException("the proof of consistency has no hashes");
    }

    private byte[] read() throws NotSoundException {
        if (online && !place.endsWith(NAME)) {
            throw new NotSoundException("the address of a checkpoint ends in " + NAME);
        }
        try {
            return online ? fetch(place) : Files.readAllBytes(Path.of(place));
        } catch (IOException e) {
            throw new NotSoundException("it cannot be read");
        }
    }

    private byte[] fetch(String address) throws NotSoundException {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 200) {
                return answer.body().getBytes(StandardCharsets.UTF_8);
            }
            throw new NotSoundException(address + " answered " + answer.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            throw new NotSoundException(address + " cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSoundException(address + " was not waited for");
        }
    }
}
