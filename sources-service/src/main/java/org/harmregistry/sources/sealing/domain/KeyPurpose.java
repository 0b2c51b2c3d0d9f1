package org.harmregistry.sources.sealing.domain;

import java.util.Locale;

/** What a key of a source is for; each can be destroyed without the other. */
public enum KeyPurpose {
    /** Who the person behind the source is. */
    IDENTITY,
    /** What is written about dealing with the person: limits of consent, reasons of openings. */
    NOTES;

    /** The purpose as it stands in stores and in what a ciphertext is bound to. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
