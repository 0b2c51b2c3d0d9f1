package org.harmregistry.kit.idempotency;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A POST that may be sent again.
 *
 * @param caller who sends it; keys of different callers never meet
 * @param operation the operation's id, with the address of what it works on
 * @param key the header {@code Idempotency-Key}; {@code null} if none was sent
 * @param bodyDigest digest of the body as sent
 */
public record IdempotentCall(Caller caller, String operation, String key, String bodyDigest) {

    /** The form of a key, for the API document. */
    public static final String KEY = "1 to 200 visible ASCII characters";

    /** @throws Failure 400 {@code idempotency_key_invalid} */
    public static IdempotentCall of(Caller caller, String operation, String key, byte[] body) {
        if (key != null && !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Failure.at(CommonFailure.IDEMPOTENCY_KEY_INVALID, "#Idempotency-Key",
                    CommonFailure.IDEMPOTENCY_KEY_INVALID.title() + ".");
        }
        return new IdempotentCall(caller, operation, key, CanonicalJson.digest(body == null ? new byte[0] : body));
    }
}
