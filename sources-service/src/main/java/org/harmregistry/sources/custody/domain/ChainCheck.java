package org.harmregistry.sources.custody.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.harmregistry.sources.custody.domain.ChainFlaw.Kind;

/** Looks for the first place of a chain that is not as the registry wrote it. */
final class ChainCheck {

    /** How far from its place an entry is looked for; further away it is told as changed. */
    private static final int REACH = 1_000;

    private final StoredChain chain;
    private final CustodyKeys keys;

    private ChainCheck(StoredChain chain, CustodyKeys keys) {
        this.chain = chain;
        this.keys = keys;
    }

    /**
     * The first flaw.
     *
     * @param marks heads of this chain that checkpoints keep, the shortest first
     * @return {@code null} if there is none
     */
    static ChainFlaw firstFlaw(StoredChain chain, List<ChainHead> marks, CustodyKeys keys) {
        ChainCheck check = new ChainCheck(chain, keys);
        ChainFlaw flaw = check.entries();
        if (flaw == null) {
            flaw = check.head();
        }
        // Behind a flaw no mark can be right: only those before it can tell of an earlier one.
        long end = flaw == null ? Long.MAX_VALUE : flaw.sequence();
        ChainFlaw mark = check.marks(marks.stream().filter(each -> each.length() < end).toList());
        return mark == null ? flaw : mark;
    }

    private ChainFlaw entries() {
        long place = chain.from();
        ChainEntry before = null;
        for (int i = 0; i < chain.entries().size(); i++) {
            ChainEntry entry = chain.entries().get(i);
            if (entry.sequence() != place) {
                return entry.sequence() > place ? new ChainFlaw(place, Kind.REMOVED)
                        : new ChainFlaw(entry.sequence(), Kind.INSERTED);
            }
            if (!entry.isOurs(keys)) {
                return new ChainFlaw(place, kindOf(entry, i));
            }
            boolean linked = before == null ? place > 1 || entry.previous() == null
                    : Arrays.equals(entry.previous(), before.hash());
            if (!linked) {
                // Both are the registry's, of two histories of this chain.
                return new ChainFlaw(place, Kind.SWAPPED);
            }
            before = entry;
            place++;
        }
        return null;
    }

    private Kind kindOf(ChainEntry entry, int index) {
        long place = entry.sequence();
        boolean pushed = isTrue(index + 1, place);
        if (!entry.isGenuine(keys)) {
            boolean beyond = chain.head() != null && chain.head().isOurs(keys) && place > chain.head().length();
            return pushed || beyond ? Kind.INSERTED : Kind.CHANGED;
        }
        boolean othersPushed = pushed && (isTrue(index + 2, place + 1) || index + 2 == chain.entries().size()
                && chain.head() != null && place + 1 > chain.head().length());
        if (othersPushed) {
            return Kind.INSERTED;
        }
        long home = homeOf(entry);
        if (home < 1) {
            return pushed ? Kind.INSERTED : Kind.CHANGED;
        }
        if (anyBelongsAt(place, index)) {
            return Kind.SWAPPED;
        }
        return home > place ? Kind.REMOVED : Kind.INSERTED;
    }

    private boolean isTrue(int index, long place) {
        return index < chain.entries().size() && chain.entries().get(index).belongsAt(place, keys);
    }

    /** Where the registry wrote this entry, the nearest places first; -1 if nowhere near. */
    private long homeOf(ChainEntry entry) {
        return LongStream.rangeClosed(1, Math.min(REACH, chain.entries().size() + 1L))
                .flatMap(distance -> LongStream.of(entry.sequence() + distance, entry.sequence() - distance))
                .filter(place -> entry.belongsAt(place, keys)).findFirst().orElse(-1);
    }

    private boolean anyBelongsAt(long place, int behind) {
        return chain.entries().stream().skip(behind + 1L).limit(REACH).anyMatch(entry -> entry.belongsAt(place, keys));
    }

    private ChainFlaw head() {
        ChainHead head = chain.head();
        long end = chain.end();
        if (head == null) {
            return chain.entries().isEmpty() ? null : new ChainFlaw(end + 1, Kind.HEAD_MISSING);
        }
        if (!head.isOurs(keys)) {
            return new ChainFlaw(end + 1, Kind.HEAD_CHANGED);
        }
        if (head.length() > end) {
            return new ChainFlaw(end + 1, Kind.TRUNCATED);
        }
        if (head.length() < end) {
            return new ChainFlaw(head.length() + 1, Kind.HEAD_CHANGED);
        }
        return Arrays.equals(head.lastHash(), hashAt(end)) ? null : new ChainFlaw(end, Kind.HEAD_CHANGED);
    }

    private ChainFlaw marks(List<ChainHead> marks) {
        long good = 0;
        for (ChainHead mark : marks) {
            if (!mark.isOurs(keys)) {
                return new ChainFlaw(mark.length(), Kind.CHECKPOINT_CHANGED);
            }
            if (mark.length() > chain.end()) {
                return new ChainFlaw(chain.end() + 1, Kind.CHECKPOINT_MISMATCH);
            }
            byte[] there = hashAt(mark.length());
            if (mark.length() >= chain.from() && !Arrays.equals(mark.lastHash(), there)) {
                return new ChainFlaw(good + 1, Kind.CHECKPOINT_MISMATCH);
            }
            good = mark.length();
        }
        return null;
    }

    private byte[] hashAt(long place) {
        int index = (int) (place - chain.from());
        return index < 0 || index >= chain.entries().size() ? null : chain.entries().get(index).hash();
    }
}
