package org.harmregistry.reports.archive;

/** Content that is made while it is kept, as it may be too long to be held whole. */
public interface LongContent {

    /** The SHA-256 of all of it, {@code sha-256:<hex>}. */
    String digest();

    /** How many bytes it has. */
    long length();

    /** Its bytes, piece by piece, the same each time; making one may take a while. */
    Iterable<byte[]> pieces();
}
