package org.harmregistry.reports.template.gap;

import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.wording.Wording;

/** Writes the sides of a gap, and the gap, in words. */
final class SideWords {

    private final Wording wording;

    SideWords(Wording wording) {
        this.wording = wording;
    }

    /** A number, a range, or the words that were used. */
    String side(Gap.Side side) {
        if (side == null) {
            return wording.text("said.gap.nothing");
        }
        if (side.min() == null && side.max() == null) {
            return side.words() == null ? wording.text("range.unknown") : wording.text("words", side.words());
        }
        return Boolean.TRUE.equals(side.minExclusive()) && side.max() == null
                ? wording.text("range.more_than", side.min())
                : wording.range(side.min(), side.max());
    }

    String sideWithTally(Gap.Side side) {
        return side == null || side.tally() == null ? side(side) : side(side) + " – " + tally(side);
    }

    /** Who published the total, and when. */
    String tally(Gap.Side side) {
        if (side == null || side.tally() == null) {
            return wording.text("said.tally.none");
        }
        String day = side.tally().publishedOn() == null ? wording.text("not_stated") : wording.day(side.tally().publishedOn());
        return wording.text("said.tally", side.tally().by() == null ? wording.text("not_stated") : side.tally().by(), day);
    }

    String gap(Gap.Row row) {
        if (row.gap() == null) {
            String reason = row.gapReason() == null ? wording.text("said.gap.reason")
                    : wording.word("gap_reason", row.gapReason());
            return wording.text("said.gap.none", reason);
        }
        return row.gap().min() != null && row.gap().max() == null ? wording.text("said.gap.at_least", row.gap().min())
                : wording.range(row.gap().min(), row.gap().max());
    }
}
