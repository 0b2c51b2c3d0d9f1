package org.harmregistry.sources.sealing.store;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.sources.sealing.domain.KeyRing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Makes keys of the lines of a key file. A wrapping key may be the address of a key in a key service, such as
 * {@code aws-kms://…}: then the {@link KmsClient} that supports the address gives it, and the key itself never comes here.
 */
@ApplicationScoped
class KeyReading {

    private static final int KEY_BYTES = 32;
    private static final String WRAPPING = "wrapping.";
    private static final String INDEX = "index.";
    private static final String PRIMARY = "primary";

    private final Instance<KmsClient> services;

    KeyReading(Instance<KmsClient> services) {
        this.services = services;
    }

    KeyRing.Keys keys(Properties lines) throws GeneralSecurityException {
        return keys(lines, services);
    }

    /** Makes Tink ready as well: a registry without a key file does without it. */
    static KeyRing.Keys keys(Properties lines, Iterable<KmsClient> services) throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        Map<String, Aead> wrapping = new HashMap<>();
        Map<String, Prf> index = new HashMap<>();
        for (String line : lines.stringPropertyNames()) {
            String value = lines.getProperty(line).strip();
            if (line.startsWith(WRAPPING) && !line.equals(WRAPPING + PRIMARY)) {
                wrapping.put(line.substring(WRAPPING.length()),
                        value.contains("://") ? remote(value, services) : wrapping(value));
            } else if (line.startsWith(INDEX) && !line.equals(INDEX + PRIMARY)) {
                index.put(line.substring(INDEX.length()), index(value));
            }
        }
        return new KeyRing.Keys(primary(lines, WRAPPING, wrapping), Map.copyOf(wrapping), primary(lines, INDEX, index),
                Map.copyOf(index));
    }

    private static String primary(Properties lines, String kind, Map<String, ?> keys) throws GeneralSecurityException {
        String primary = lines.getProperty(kind + PRIMARY, "").strip();
        if (!keys.containsKey(primary)) {
            throw new GeneralSecurityException("the key file has no key that " + kind + PRIMARY + " names");
        }
        return primary;
    }

    private static Aead remote(String address, Iterable<KmsClient> services) throws GeneralSecurityException {
        for (KmsClient service : services) {
            if (service.doesSupport(address)) {
                return service.getAead(address);
            }
        }
        throw new GeneralSecurityException("no key service is installed for an address in the key file");
    }

    private static Aead wrapping(String base64) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12)
                .setTagSizeBytes(16).setVariant(AesGcmParameters.Variant.NO_PREFIX).build();
        AesGcmKey key = AesGcmKey.builder().setParameters(parameters).setKeyBytes(secret(base64)).build();
        return alone(KeysetHandle.importKey(key)).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static Prf index(String base64) throws GeneralSecurityException {
        HmacPrfParameters parameters = HmacPrfParameters.builder().setKeySizeBytes(KEY_BYTES)
                .setHashType(HmacPrfParameters.HashType.SHA256).build();
        HmacPrfKey key = HmacPrfKey.builder().setParameters(parameters).setKeyBytes(secret(base64)).build();
        PrfSet set = alone(KeysetHandle.importKey(key)).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        return set::computePrimary;
    }

    private static KeysetHandle alone(KeysetHandle.Builder.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder().addEntry(entry.withRandomId().makePrimary()).build();
    }

    private static SecretBytes secret(String base64) throws GeneralSecurityException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY_BYTES) {
                return SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as a key of another length is; the key itself must not be in any message.
        }
        throw new GeneralSecurityException("a key in the key file is not the base64 of 32 bytes");
    }
}
