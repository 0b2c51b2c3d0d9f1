package org.harmregistry.verifier;

/** Something is not what it must be; the message is for the one who checks. */
final class NotSoundException extends Exception {

    NotSoundException(String message) {
        super(message);
    }
}
