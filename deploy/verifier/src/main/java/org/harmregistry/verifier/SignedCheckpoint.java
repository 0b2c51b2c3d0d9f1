package org.harmregistry.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A log's word on how large its tree is and which root it has (C2SP tlog-checkpoint), as a signed note with one signature
 * of the log.
 *
 * @param origin the log's name
 * @param size number of leaves
 * @param root 32 bytes
 * @param body the text that is signed
 * @param signatures lines of signatures
 */
record SignedCheckpoint(String origin, long size, byte[] root, String body, List<String> signatures) {

    private static final int HASH = 32;
    private static final int KEY_ID = 4;
    private static final int TIME = 8;
    private static final int SIGNATURE = 64;

    static SignedCheckpoint of(String note) throws NotSoundException {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || end + 2 >= note.length() || !note.endsWith("\n")) {
            throw new NotSoundException("the checkpoint is no signed note");
        }
        String body = note.substring(0, end + 1);
        String[] lines = body.split("\n", -1);
        List<String> signatures = List.of(note.substring(end + 2, note.length() - 1).split("\n", -1));
        if (lines.length != 4 || !lines[3].isEmpty() || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new NotSoundException("the checkpoint does not consist of origin, size and root");
        }
        byte[] root = Base64Text.decode(lines[2], "the checkpoint's root");
        if (root.length != HASH) {
            throw new NotSoundException("the checkpoint's root has not 32 bytes");
        }
        return new SignedCheckpoint(lines[0], Long.parseLong(lines[1]), root, body, signatures);
    }

    /** Refuses a checkpoint that none of the keys signed. */
    void checkAny(List<VerifierKey> keys) throws NotSoundException {
        List<VerifierKey> own = keys.stream().filter(key -> key.name().equals(origin)).toList();
        if (own.isEmpty()) {
            throw new NotSoundException("the key that you gave is of another log, " + keys.get(0).name());
        }
        NotSoundException refusal = null;
        for (VerifierKey key : own) {
            try {
                check(key);
                return;
            } catch (NotSoundException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    /**
     * True if a witness cosigned the checkpoint (C2SP tlog-cosignature, v1); one that bears the witness's name and key
     * and is not by it is refused.
     */
    boolean cosignedBy(VerifierKey witness) throws NotSoundException {
        for (String line : signatures) {
            String[] words = line.split(" ", -1);
            byte[] signature = words.length == 3 && words[1].equals(witness.name())
                    ? Base64Text.decode(words[2], "a cosignature of the checkpoint")
                    : new byte[0];
            if (signature.length > KEY_ID && Arrays.equals(Arrays.copyOf(signature, KEY_ID), witness.id())) {
                if (signature.length != KEY_ID + TIME + SIGNATURE || !witness.signed(cosigned(signature),
                        Arrays.copyOfRange(signature, KEY_ID + TIME, signature.length))) {
                    throw new NotSoundException("the cosignature is not by the key");
                }
                return true;
            }
        }
        return false;
    }

    private byte[] cosigned(byte[] signature) throws NotSoundException {
        long time = ByteBuffer.wrap(signature, KEY_ID, TIME).getLong();
        if (time < 0) {
            throw new NotSoundException("the cosignature's time is none");
        }
        return ("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses a checkpoint that the key did not sign. Signatures by other keys are left alone, as the standard wants. */
    void check(VerifierKey key) throws NotSoundException {
        if (!key.name().equals(origin)) {
            throw new NotSoundException("the checkpoint is of the log " + origin + ", the key of " + key.name());
        }
        boolean found = false;
        for (String line : signatures) {
            String[] words = line.split(" ", -1);
            if (words.length != 3 || !words[0].equals("\u2014") || words[1].isEmpty()) {
                throw new NotSoundException("a signature of the checkpoint is not in the form of a signed note");
            }
            byte[] signature = Base64Text.decode(words[2], "a signature of the checkpoint");
            if (words[1].equals(key.name()) && signature.length > KEY_ID
                    && Arrays.equals(Arrays.copyOf(signature, KEY_ID), key.id())) {
                if (!key.signed(body.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(signature, KEY_ID, signature.length))) {
                    throw new NotSoundException("the checkpoint's signature is not by the key");
                }
                found = true;
            }
        }
        if (!found) {
            throw new NotSoundException("the checkpoint bears no signature of the key");
        }
    }
}
