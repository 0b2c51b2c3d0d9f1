package org.harmregistry.reports.figure;

/**
 * A source that a figure or a fact is taken from.
 *
 * @param id the source's id in the register; absent where only an address is known
 * @param title its title, or who published it
 * @param url where it was published; absent for a source without address
 */
public record SourceLink(String id, String title, String url) {

    /** The address, if it is one that a page may link to: a source's address is whatever its recorder typed. */
    public String safeUrl() {
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }
}
