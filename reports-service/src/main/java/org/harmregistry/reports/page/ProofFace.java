package org.harmregistry.reports.page;

import java.util.List;

/**
 * What proves an edition, as people see it. It is made anew for each reader, since it tells how things stand now.
 *
 * @param id the edition
 * @param before number of the edition before it; {@code null} for the first
 * @param beforeHref its page
 * @param after number of the edition that came next; {@code null} if none did
 * @param afterHref its page
 * @param files its files; none of one that was taken back
 * @param entries what the log says of it, in its order
 * @param log address of the log that it stands in; empty while it waits
 * @param keys the keys that check its signatures
 * @param commands what to type to check it; none while it waits
 */
public record ProofFace(String id, Integer before, String beforeHref, Integer after, String afterHref, List<File> files,
        List<Entry> entries, String log, List<String> keys, List<String> commands) {

    public ProofFace {
        files = List.copyOf(files);
        entries = List.copyOf(entries);
        keys = List.copyOf(keys);
        commands = List.copyOf(commands);
    }

    /**
     * @param format its format
     * @param language its language by its own name
     * @param href where to fetch it
     * @param bytes its size
     * @param digest SHA-256 of its bytes
     */
    public record File(String format, String language, String href, String bytes, String digest) {
    }

    /**
     * @param text what happened
     * @param at when
     * @param place its place and the size of the tree that proves it; empty while it waits
     * @param proof address of the proof of inclusion
     * @param content address of the entry among its neighbours
     * @param damaged true if the register no longer holds what was logged
     */
    public record Entry(String text, String at, String place, String proof, String content, boolean damaged) {

        /** True if it has its place. */
        public boolean isPlaced() {
            return !place.isEmpty();
        }
    }

    /** True if a signed checkpoint covers all that the log has to say. */
    public boolean isLogged() {
        return !commands.isEmpty();
    }

    /** True if anything that was logged is no longer what the register holds. */
    public boolean isDamaged() {
        return entries.stream().anyMatch(Entry::damaged);
    }
}
