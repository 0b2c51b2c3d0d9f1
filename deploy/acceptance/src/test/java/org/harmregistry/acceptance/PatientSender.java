package org.harmregistry.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends files by tus 1.0 as a phone on a bad line does: after each failure it asks how far the upload is, and goes on there. It
 * notes what was acknowledged to it, and nothing else.
 */
final class PatientSender implements Runnable {

    private static final int PART = 150_000;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String gateway;
    private final String source;
    private final String token;
    private final Random random;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean enough;
    private volatile int resumed;

    /**
     * @param source the address of the source that files are attached to
     * @param seed of the files' sizes and bytes
     */
    PatientSender(String gateway, String source, String token, long seed) {
        this.gateway = gateway;
        this.source = source;
        this.token = token;
        this.random = new Random(seed);
    }

    String source() {
        return source;
    }

    /** Addresses of attachments, as the service named them, with the digests of what was sent. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** How many times an upload went on somewhere in its middle after a failure. */
    int resumed() {
        return resumed;
    }

    /** Lets the file that is under way be the last one. */
    void finish() {
        enough = true;
    }

    @Override
    public void run() {
        while (!enough) {
            byte[] file = new byte[200_000 + random.nextInt(1_000_000)];
            random.nextBytes(file);
            String digest = digest(file);
            acknowledged.put(send(begin(file.length, digest), file), "sha-256:" + digest);
        }
    }

    private String begin(int length, String digest) {
        String metadata = "captureDigest " + Base64.getEncoder().encodeToString(digest.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            HttpResponse<Void> answer = ask(request(source + "/attachments/uploads").header("Upload-Length", "" + length)
                    .header("Upload-Metadata", metadata).POST(BodyPublishers.noBody()));
            if (answer != null && answer.statusCode() == 201) {
                return answer.headers().firstValue("Location").orElseThrow();
            }
            pause(answer);
        }
    }

    private String send(String upload, byte[] file) {
        int at = 0;
        while (true) {
            HttpResponse<Void> answer = ask(request(upload).header("Upload-Offset", "" + at)
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH",
                            BodyPublishers.ofByteArray(Arrays.copyOfRange(file, at, Math.min(file.length, at + PART)))));
            if (answer != null && answer.headers().firstValue("Content-Location").isPresent()) {
                return answer.headers().firstValue("Content-Location").get();
            }
            if (answer != null && answer.statusCode() == 204) {
                at = offset(answer);
                continue;
            }
            pause(answer);
            HttpResponse<Void> standing = ask(request(upload).method("HEAD", BodyPublishers.noBody()));
            if (standing != null && standing.statusCode() == 200) {
                at = offset(standing);
                resumed += at > 0 ? 1 : 0;
            }
        }
    }

    /** @throws IllegalStateException on a refusal, which no fault excuses */
    private static void pause(HttpResponse<Void> answer) {
        if (answer != null && answer.statusCode() != 503 && answer.statusCode() != 409 && answer.statusCode() != 400) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        LockSupport.parkNanos(PATIENCE.toNanos());
    }

    private static int offset(HttpResponse<Void> answer) {
        return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(10))
                .header("Tus-Resumable", "1.0.0").header("Authorization", "Bearer " + token);
    }

    /** The answer, or {@code null} if there was none. */
    private HttpResponse<Void> ask(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
