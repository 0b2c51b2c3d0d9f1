package org.harmregistry.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as bytes, read without mending anything. */
final class Utf8 {

    private Utf8() {
    }

    static String text(byte[] bytes, String name) throws NotSoundException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new NotSoundException(name + " is not UTF-8");
        }
    }
}
