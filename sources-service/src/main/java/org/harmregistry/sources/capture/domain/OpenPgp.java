package org.harmregistry.sources.capture.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Verifies detached signatures (RFC 9580) with the public keys of one bundle. */
final class OpenPgp {

    /** Digests under which a forged signature cannot be made; MD5, SHA-1 and RIPEMD-160 are none. */
    private static final Set<Integer> SOUND = Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA224, HashAlgorithmTags.SHA3_256, HashAlgorithmTags.SHA3_512);

    private final PGPPublicKeyRingCollection keys;

    private OpenPgp(PGPPublicKeyRingCollection keys) {
        this.keys = keys;
    }

    static OpenPgp of(byte[] armoured) throws IOException {
        try (InputStream decoded = PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured))) {
            return new OpenPgp(new PGPPublicKeyRingCollection(decoded, new BcKeyFingerprintCalculator()));
        } catch (PGPException e) {
            throw new IOException("no public key", e);
        }
    }

    /** Fingerprint of the first primary key. */
    String fingerprint() {
        PGPPublicKeyRing first = keys.getKeyRings().next();
        return ProofModeVerification.hex(first.getPublicKey().getFingerprint());
    }

    /** Whether it holds signatures, all of these keys and over this content. */
    boolean verifies(byte[] armoured, InputStream content) throws IOException {
        try (InputStream decoded = PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured))) {
            Object read = new JcaPGPObjectFactory(decoded).nextObject();
            if (!(read instanceof PGPSignatureList signatures) || signatures.size() != 1) {
                return false;
            }
            return verifies(signatures.get(0), content);
        } catch (PGPException e) {
            return false;
        }
    }

    private boolean verifies(PGPSignature signature, InputStream content) throws IOException, PGPException {
        PGPPublicKey key = keys.getPublicKey(signature.getKeyID());
        boolean overContent = signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
        if (key == null || key.hasRevocation() || !overContent || !SOUND.contains(signature.getHashAlgorithm())) {
            return false;
        }
        signature.init(new BcPGPContentVerifierBuilderProvider(), key);
        byte[] piece = new byte[64 * 1024];
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            signature.update(piece, 0, read);
        }
        return signature.verify();
    }
}
