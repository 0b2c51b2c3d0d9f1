package org.harmregistry.sources.sealing.domain;

import java.security.GeneralSecurityException;
import java.util.Map;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;

/**
 * The keys that the operator holds, outside of all databases: those that wrap the keys of sources, and those of the index of
 * names. A wrapping key may be the remote key of a key service. Its methods may block, and are called on threads that may.
 */
public interface KeyRing {

    /** False if the operator has named no keys at all: then nothing is sealed here. */
    boolean isConfigured();

    /** What the ring holds at this moment; whoever makes it of Tink's keys has made Tink ready for them. */
    Keys current() throws GeneralSecurityException;

    /**
     * Keys by name, and which of them are used for what is new.
     *
     * @param primary name of the key that wraps new keys
     * @param wrapping wrapping keys by name
     * @param indexPrimary name of the key by which names are indexed anew
     * @param index keys of the index by name
     */
    record Keys(String primary, Map<String, Aead> wrapping, String indexPrimary, Map<String, Prf> index) {

        Aead wrapping(String name) throws GeneralSecurityException {
            Aead key = wrapping.get(name);
            if (key == null) {
                throw new GeneralSecurityException("no wrapping key of that name");
            }
            return key;
        }
    }
}
