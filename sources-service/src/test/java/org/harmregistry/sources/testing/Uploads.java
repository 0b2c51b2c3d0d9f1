package org.harmregistry.sources.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.StringJoiner;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A client of resumable uploads, written after the text of tus 1.0. */
public final class Uploads {

    public static final String BYTES = "application/offset+octet-stream";

    private Uploads() {
    }

    /** A request that speaks tus 1.0. */
    public static RequestSpecification tus(String token) {
        return Files.as(token).noContentType().header("Tus-Resumable", "1.0.0");
    }

    /** {@code Upload-Metadata} of keys and values in turn. */
    public static String metadata(String... pairs) {
        StringJoiner metadata = new StringJoiner(",");
        for (int i = 0; i < pairs.length; i += 2) {
            metadata.add(pairs[i] + " "
                    + Base64.getEncoder().encodeToString(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return metadata.toString();
    }

    public static Response begin(String token, String source, long length, String metadata) {
        return tus(token).header("Upload-Length", length).header("Upload-Metadata", metadata)
                .post(source + "/attachments/uploads");
    }

    /** Brings the bytes from the offset to the end. */
    public static Response patch(String token, String upload, byte[] file, int from, int to) {
        return tus(token).contentType(BYTES).header("Upload-Offset", from).body(Arrays.copyOfRange(file, from, to))
                .patch(upload);
    }

    /** How far the upload is. */
    public static int offset(String token, String upload) {
        return Integer.parseInt(tus(token).head(upload).then().statusCode(200).extract().header("Upload-Offset"));
    }

    /** How a line ends: the sender says so, or it is reset and what was under way is lost. */
    public enum End {
        CLOSED,
        RESET
    }

    /** Promises all bytes from the offset on, sends some of them and drops the line after a while. */
    public static void cut(URI server, String token, String upload, byte[] file, int from, int sent, long millis) {
        cut(server, token, upload, file, from, sent, millis, End.CLOSED);
    }

    public static void cut(URI server, String token, String upload, byte[] file, int from, int sent, long millis, End end) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token
                    + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + BYTES + "\r\nUpload-Offset: " + from
                    + "\r\nContent-Length: " + (file.length - from) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(file, from, sent);
            out.flush();
            Thread.sleep(millis);
            if (end == End.RESET) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of an upload that is done: the address of its attachment. */
    public static String attachment(String token, String source, String upload) {
        String id = RestAssured.given().auth().oauth2(token).get(upload).then().statusCode(200).extract().path("attachment");
        return source + "/attachments/" + id;
    }
}
