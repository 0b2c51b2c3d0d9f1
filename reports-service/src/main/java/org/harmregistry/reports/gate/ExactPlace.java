package org.harmregistry.reports.gate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

/** No home is found by what a report says of a place. */
@ApplicationScoped
class ExactPlace implements GateRule {

    /**
     * Two decimal degrees beside each other, the second one perhaps with its name before it. Every repetition is bounded: the
     * texts of replies are anybody's.
     */
    private static final Pattern DEGREES = Pattern.compile(
            "(?<![\\d.])(\\d{1,2}\\.\\d{1,20})\\s{0,2}°?\\s{0,2}[NnSs]?\\s{0,2}[,;/]?\\s{0,2}(?:[Ll]on\\w{0,10}\\s{0,2})?"
                    + "-?(\\d{1,3}\\.\\d{1,20})(?!\\d|\\.\\d)");

    /** Zone, square and digits of the Military Grid Reference System; each half has one digit per power of ten below 100 km. */
    private static final Pattern GRID = Pattern.compile(
            "\\b\\d{1,2}[C-HJ-NP-X]\\s?[A-HJ-NP-Z]{2}\\s?(\\d{1,5}\\s\\d{1,5}|\\d{1,10})\\b");
    private static final int CELL_DECIMALS = 2;
    private static final int CELL_DIGITS = 4;

    @Override
    public String name() {
        return "exact-place-1";
    }

    @Override
    public String text() {
        return "A place in a text that is finer than the cell of 0.01 degrees in which everybody sees places: decimal degrees "
                + "with more than two decimals that are not the centre of a cell, or a military grid reference with more than "
                + "two digits for each half. Blocks; two people may override it, as for a data set that is public at a finer "
                + "accuracy.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        return evidence.texts().stream().filter(text -> isFine(text.text())).map(text -> Finding.blocks(name(), text.pointer(),
                "A place stands here that is finer than the public cell.", true)).toList();
    }

    private static boolean isFine(String text) {
        return DEGREES.matcher(text).results().anyMatch(found -> isFiner(found.group(1)) || isFiner(found.group(2)))
                || GRID.matcher(text).results().anyMatch(ExactPlace::isFiner);
    }

    /** The centre of a cell has a third decimal, which is 5. */
    private static boolean isFiner(String degrees) {
        String decimals = degrees.substring(degrees.indexOf('.') + 1).replaceFirst("0+$", "");
        boolean centre = decimals.length() == CELL_DECIMALS + 1 && decimals.endsWith("5");
        return decimals.length() > CELL_DECIMALS && !centre;
    }

    private static boolean isFiner(MatchResult grid) {
        return grid.group(1).replaceAll("\\s", "").length() > CELL_DIGITS;
    }
}
