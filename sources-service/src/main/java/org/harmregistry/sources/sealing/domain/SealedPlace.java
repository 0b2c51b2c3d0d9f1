package org.harmregistry.sources.sealing.domain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Where a sealed text belongs. The ciphertext is bound to it: put anywhere else, it does not open.
 *
 * @param source the source
 * @param organisation whose source it is
 * @param field which text of it, such as {@code names} or {@code opening/3/reason}
 */
public record SealedPlace(UUID source, String organisation, String field) {

    private static final String SCHEME = "harmregistry.sealed.1";

    /** Each part stands with its length, so that no two places read alike. */
    byte[] bound(KeyPurpose purpose, int keyVersion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(SCHEME);
            out.writeUTF(source.toString());
            out.writeUTF(organisation);
            out.writeUTF(purpose.word());
            out.writeUTF(field);
            out.writeInt(keyVersion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
