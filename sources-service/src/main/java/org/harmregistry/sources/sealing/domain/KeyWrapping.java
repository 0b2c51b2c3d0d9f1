package org.harmregistry.sources.sealing.domain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** Makes, wraps and unwraps the keys of sources. Blocks where the ring does. */
@ApplicationScoped
class KeyWrapping {

    private static final String SCHEME = "harmregistry.key.1";

    private final KeyRing ring;
    private final SealingAlerts alerts;

    KeyWrapping(KeyRing ring, SealingAlerts alerts) {
        this.ring = ring;
        this.alerts = alerts;
    }

    boolean isConfigured() {
        return ring.isConfigured();
    }

    /** A new key, wrapped by the primary wrapping key. */
    KeptKey newKey(UUID source, KeyPurpose purpose) {
        try {
            KeyRing.Keys keys = ring.current();
            KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            KeptKey unwrapped = new KeptKey(source, purpose, 1, null, null, null);
            return unwrapped.wrappedAnew(wrap(made, keys.wrapping(keys.primary()), unwrapped), keys.primary());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    SealingKey open(KeptKey key) {
        try {
            return new SealingKey(key.purpose(), key.version(),
                    unwrap(key).getPrimitive(RegistryConfiguration.get(), Aead.class), alerts);
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /** The same key under the primary wrapping key. */
    KeptKey wrapAnew(KeptKey key) {
        try {
            KeyRing.Keys keys = ring.current();
            return key.wrappedAnew(wrap(unwrap(key), keys.wrapping(keys.primary()), key), keys.primary());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /** What the ring holds at this moment. */
    KeyRing.Keys ring() {
        try {
            return ring.current();
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private KeysetHandle unwrap(KeptKey key) throws GeneralSecurityException {
        Aead by = ring.current().wrapping().get(key.wrappedBy());
        if (by == null) {
            alerts.keyDoesNotUnwrap(key);
            throw Failure.of(SealingFailure.KEYS_UNAVAILABLE);
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(key.wrapped(), by, bound(key));
        } catch (GeneralSecurityException e) {
            alerts.keyDoesNotUnwrap(key);
            throw Failure.of(SealingFailure.SEALED_TEXT_DAMAGED);
        }
    }

    private static byte[] wrap(KeysetHandle key, Aead by, KeptKey about) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, by, bound(about));
    }

    /** A wrapped key is bound to its source: exchanged with another's it does not unwrap. */
    private static byte[] bound(KeptKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(SCHEME);
            out.writeUTF(key.source().toString());
            out.writeUTF(key.purpose().word());
            out.writeInt(key.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Failure unavailable(GeneralSecurityException why) {
        alerts.ringUnavailable(why);
        return Failure.of(SealingFailure.KEYS_UNAVAILABLE);
    }
}
