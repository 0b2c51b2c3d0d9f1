package org.harmregistry.local.loader.client;

/** Ends the load: nothing that follows could succeed. What was acknowledged stays, and the load can be repeated. */
public class CannotGoOn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause what is wrong, in one line
     * @param remedy what to do about it
     */
    public CannotGoOn(String cause, String remedy) {
        super(cause + "; " + remedy);
    }
}
