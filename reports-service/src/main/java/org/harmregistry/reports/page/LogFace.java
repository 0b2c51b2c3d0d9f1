package org.harmregistry.reports.page;

import java.util.List;

/**
 * The public log as people see it.
 *
 * @param condition how it stands, in a sentence
 * @param halted true if only an operator can go on from here
 * @param name its name in checkpoints; empty before it has one
 * @param size how many entries the newest checkpoint covers; empty before the first
 * @param signed when it was signed
 * @param audit what the last pass over all of it found; empty before the first
 * @param damaged true if that pass found what is not what was signed
 * @param log address of its checkpoint, keys and tiles
 * @param keys the keys that check its signatures
 * @param witnesses who else signs, and how far they have come
 * @param entries what was logged, the newest first
 * @param older what leads to what was logged before; {@code null} on the last page
 */
public record LogFace(String condition, boolean halted, String name, String size, String signed, String audit, boolean damaged,
        String log, List<String> keys, List<Witness> witnesses, List<Entry> entries, String older) {

    public LogFace {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
        entries = List.copyOf(entries);
    }

    /**
     * @param name its name in signatures
     * @param reached how far it has come
     */
    public record Witness(String name, String reached) {
    }

    /**
     * @param place its place, from 0
     * @param at when
     * @param what what happened
     * @param href the edition; {@code null} for the beginning of an epoch
     * @param edition its title, period and number
     */
    public record Entry(String place, String at, String what, String href, String edition) {
    }
}
