package org.harmregistry.reports.log.domain;

import io.smallrye.mutiny.Uni;

/** Asks outside witnesses (C2SP tlog-witness). */
public interface Cosigning {

    /**
     * What a witness answered.
     *
     * @param status the status of HTTP
     * @param text the body, as far as it is not longer than any that is expected
     */
    record Answer(int status, String text) {

        /** There was none. */
        static final Answer NONE = new Answer(0, "");
    }

    /**
     * Sends a checkpoint with the proof that it goes on from the one that the witness knows.
     *
     * @param request old size, proof and checkpoint, as the protocol writes them
     * @return fails if it does not answer within the time that is left to it
     */
    Uni<Answer> add(Cosigner cosigner, String request);
}
