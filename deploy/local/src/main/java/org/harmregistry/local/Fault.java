package org.harmregistry.local;

/** Why the suite cannot go on, and what the person at the terminal can do about it; printed as one line. */
public class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause a sentence without its full stop; @param remedy likewise */
    public Fault(String cause, String remedy) {
        super(cause + ". " + remedy + ".");
    }
}
