package org.harmregistry.sources.testing;

import static org.harmregistry.sources.testing.Requests.SOURCES;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Files that tests attach, and the requests that attach them. */
public final class Files {

    private static final RestAssuredConfig BYTES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("image/jpeg", ContentType.BINARY)
                    .encodeContentTypeAs("application/offset+octet-stream", ContentType.BINARY));

    private Files() {
    }

    /** Bytes that no other test has. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 as the registry writes it. */
    public static String digest(byte[] bytes) {
        return "sha-256:" + HexFormat.of().formatHex(sha256(bytes));
    }

    /** SHA-256 as RFC 9530 writes it. */
    public static String digestField(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with a file as its body. */
    public static RequestSpecification as(String token) {
        return RestAssured.given().config(BYTES).auth().oauth2(token).contentType("image/jpeg");
    }

    public static Response attach(String token, String source, byte[] file) {
        return as(token).body(file).post(source + "/attachments");
    }

    public static byte[] content(String token, String attachment) {
        return RestAssured.given().auth().oauth2(token).get(attachment + "/content").then().statusCode(200).extract()
                .asByteArray();
    }

    /** A new source of org-a, by its address. */
    public static String source() {
        return SOURCES + "/" + Requests.idOf(Requests.create(Requests.article("With files")).then().statusCode(201).extract()
                .header("Location"));
    }
}
