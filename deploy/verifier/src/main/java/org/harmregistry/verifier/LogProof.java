package org.harmregistry.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * The text that proves that something is in a log (C2SP tlog-proof).
 *
 * @param index the leaf's place, from 0
 * @param path the proof of inclusion
 * @param checkpoint the signed tree head
 */
record LogProof(long index, List<byte[]> path, SignedCheckpoint checkpoint) {

    private static final int HASH = 32;

    static LogProof of(String text) throws NotSoundException {
        int end = text.indexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (lines.length < 2 || !lines[0].equals("c2sp.org/tlog-proof@v1") || !lines[1].matches("index (0|[1-9][0-9]{0,17})")) {
            throw new NotSoundException("the proof is not in the form c2sp.org/tlog-proof@v1");
        }
        List<byte[]> path = new ArrayList<>();
        for (String line : List.of(lines).subList(2, lines.length)) {
            byte[] hash = Base64Text.decode(line, "a hash of the proof");
            if (hash.length != HASH) {
                throw new NotSoundException("a hash of the proof has not 32 bytes");
            }
            path.add(hash);
        }
        return new LogProof(Long.parseLong(lines[1].substring("index ".length())), path,
                SignedCheckpoint.of(text.substring(end + 2)));
    }
}
