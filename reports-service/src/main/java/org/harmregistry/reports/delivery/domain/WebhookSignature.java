package org.harmregistry.reports.delivery.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and body, joined by full stops. */
public final class WebhookSignature {

    private static final String HMAC = "HmacSHA256";

    private WebhookSignature() {
    }

    /**
     * The header {@code webhook-signature}: one signature for each secret, separated by spaces.
     *
     * @param timestamp seconds since 1970, as in the header {@code webhook-timestamp}
     */
    public static String header(List<byte[]> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream().map(secret -> "v1," + signature(secret, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String signature(byte[] secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
