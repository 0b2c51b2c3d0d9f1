package org.harmregistry.reports.edition.domain;

/** A format in which editions are published. Writing may take a while: it is called on a worker. */
public interface FileFormat {

    /** The format's name in addresses. */
    String name();

    String mediaType();

    /** The same document gives the same bytes. */
    byte[] write(EditionDocument document);

    /** True if writing takes so much memory that one file is written at a time. */
    default boolean isHeavy() {
        return false;
    }
}
