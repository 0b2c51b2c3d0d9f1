package org.harmregistry.verifier;

import java.util.Base64;

/** Base64 (RFC 4648, 4) that is written in the one right way. */
final class Base64Text {

    private Base64Text() {
    }

    static byte[] decode(String text, String name) throws NotSoundException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // Spare bits at the end may hold anything for the decoder: two texts, one meaning.
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Answered below.
        }
        throw new NotSoundException(name + " is not sound Base64");
    }
}
