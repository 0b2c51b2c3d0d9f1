package org.harmregistry.sources.workingcopy.domain;

import java.io.IOException;

/** A file of which no copy without metadata can be made, with the reason in words that hold nothing of its content. */
public class UnstrippableException extends IOException {

    public UnstrippableException(String reason) {
        super(reason);
    }
}
