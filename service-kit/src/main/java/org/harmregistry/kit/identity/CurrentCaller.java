package org.harmregistry.kit.identity;

import jakarta.enterprise.context.RequestScoped;

/** Holds who makes the current request; {@link TokenFirst} tells it before anything else happens. */
@RequestScoped
public class CurrentCaller {

    private Caller caller = Caller.ANONYMOUS;

    /** The caller; to be asked at the start of a resource method, and handed on as a value. */
    public Caller get() {
        return caller;
    }

    void is(Caller known) {
        caller = known;
    }
}
