package org.harmregistry.image;

/** What keeps an image from being made, and what to do, in one line. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fault(String what, String remedy) {
        super(what + ". " + remedy + ".");
    }
}
