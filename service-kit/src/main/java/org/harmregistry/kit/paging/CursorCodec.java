package org.harmregistry.kit.paging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Makes and reads opaque cursors: the key values after which a page goes on, signed together with what the cursor is bound to
 * (operation, filter, sort, view), so that it can be neither made up nor used for another question.
 */
@ApplicationScoped
public class CursorCodec {

    private static final char SEPARATOR = '\u001f';
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    public CursorCodec(@ConfigProperty(name = "registry.cursor-key") String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("registry.cursor-key needs at least 32 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** A cursor that holds the values and is good for the same binding only. */
    public String encode(String binding, List<String> values) {
        byte[] payload = String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8);
        byte[] signature = sign(binding, payload);
        byte[] token = Arrays.copyOf(signature, SIGNATURE_BYTES + payload.length);
        System.arraycopy(payload, 0, token, SIGNATURE_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The values of a cursor.
     *
     * @throws Failure {@code invalid_cursor} if it was not made here for this binding
     */
    public List<String> decode(String binding, String cursor, int count) {
        byte[] token = bytesOf(cursor);
        if (token.length <= SIGNATURE_BYTES) {
            throw invalid();
        }
        byte[] payload = Arrays.copyOfRange(token, SIGNATURE_BYTES, token.length);
        if (!MessageDigest.isEqual(sign(binding, payload), Arrays.copyOf(token, SIGNATURE_BYTES))) {
            throw invalid();
        }
        List<String> values = split(new String(payload, StandardCharsets.UTF_8));
        if (values.size() != count) {
            throw invalid();
        }
        return values;
    }

    private static List<String> split(String payload) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int at = payload.indexOf(SEPARATOR); at >= 0; at = payload.indexOf(SEPARATOR, from)) {
            values.add(payload.substring(from, at));
            from = at + 1;
        }
        values.add(payload.substring(from));
        return values;
    }

    private static byte[] bytesOf(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private byte[] sign(String binding, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure invalid() {
        return Failure.atParameter(CommonFailure.INVALID_CURSOR, "after", CommonFailure.INVALID_CURSOR.title() + ".");
    }
}
