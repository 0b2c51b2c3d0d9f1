package org.harmregistry.reports.log.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which tile is meant (C2SP tlog-tiles).
 *
 * @param level from 0 to 63
 * @param index its index within the level, from 0
 * @param width how many hashes or leaves; 256 for a full one
 */
public record TileAddress(int level, long index, int width) {

    private static final int FULL = 256;
    private static final int LEVELS = 8;
    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");

    /** Groups of three digits, of which no leading one is empty; a number beyond that cannot be in any tree. */
    private static final Pattern PATH = Pattern
            .compile("((?!x000/)(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** The tile of an address; empty if the address is none. */
    public static Optional<TileAddress> of(String level, String path) {
        Matcher found = PATH.matcher(path);
        if (!LEVEL.matcher(level).matches() || !found.matches()) {
            return Optional.empty();
        }
        int width = found.group(2) == null ? FULL : Integer.parseInt(found.group(2));
        boolean wide = found.group(2) != null && width >= FULL;
        int height = Integer.parseInt(level);
        return wide || height > 63 ? Optional.empty()
                : Optional.of(new TileAddress(height, Long.parseLong(found.group(1).replaceAll("[x/]", "")), width));
    }

    /** The tile that holds a leaf, as wide as it is in a tree of that size. */
    public static TileAddress ofLeaf(long leaf, long size) {
        long index = leaf / FULL;
        return new TileAddress(0, index, (int) Math.min(FULL, size - index * FULL));
    }

    /** Its index and width as an address has them. */
    public String path() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1_000));
        }
        return width == FULL ? path.toString() : path + ".p/" + width;
    }

    /** Where its hashes are in a tree of that size. */
    NodeRange within(long size) {
        long count = level < LEVELS ? size >> 8 * level : 0;
        long from = index * FULL;
        if (from + width > count) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return new NodeRange(level, from, from + width);
    }
}
