package org.harmregistry.incidents.duplicate.domain;

import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.incident.domain.Harm;
import org.harmregistry.incidents.incident.domain.TotalsAsPublished;

/** Whether two records can mean the same number of people killed. */
final class CasualtyComparison {

    private static final double AGREE = 1;
    private static final double SAME_NUMBER = 2;
    private static final double DIFFER = 1.5;
    private static final int TELLING = 5;

    private CasualtyComparison() {
    }

    static ScorePart of(ComparedIncident one, ComparedIncident other) {
        CasualtyRange killed = killed(one.content().harm());
        CasualtyRange otherKilled = killed(other.content().harm());
        if (killed == null || otherKilled == null) {
            return null;
        }
        String text = words(killed) + " and " + words(otherKilled) + " killed";
        if (isOneNumber(killed) && killed.equals(otherKilled) && killed.min() >= TELLING) {
            return ScorePart.of(ScorePartKind.CASUALTIES, 1, SAME_NUMBER, DIFFER, killed.min() + " killed in both");
        }
        return ScorePart.of(ScorePartKind.CASUALTIES, agreement(killed, otherKilled), AGREE, DIFFER, text);
    }

    /** Civilians killed; failing that, a data set's own estimate of all deaths. */
    private static CasualtyRange killed(Harm harm) {
        if (harm == null) {
            return null;
        }
        CasualtyRange civilians = harm.killed() == null ? null : harm.killed().civilians();
        if (civilians != null && (civilians.min() != null || civilians.max() != null)) {
            return civilians;
        }
        TotalsAsPublished totals = harm.totalsAsPublished();
        boolean usable = totals != null && totals.low() != null && totals.high() != null && totals.low() <= totals.high()
                && totals.high() <= CasualtyRange.LARGEST;
        return usable ? new CasualtyRange(totals.low(), totals.high()) : null;
    }

    /** Ranges that meet agree; beyond that, the lower one's end over the higher one's beginning. */
    private static double agreement(CasualtyRange one, CasualtyRange other) {
        if (low(one) <= high(other) && low(other) <= high(one)) {
            return 1;
        }
        double below = Math.min(high(one), high(other));
        double above = Math.max(low(one), low(other));
        return Math.pow(below / above, 2);
    }

    private static int low(CasualtyRange range) {
        return range.min() == null ? 0 : range.min();
    }

    private static int high(CasualtyRange range) {
        return range.max() == null ? CasualtyRange.LARGEST : range.max();
    }

    private static boolean isOneNumber(CasualtyRange range) {
        return range.min() != null && range.min().equals(range.max());
    }

    private static String words(CasualtyRange range) {
        if (range.min() == null) {
            return "at most " + range.max();
        }
        if (range.max() == null) {
            return "at least " + range.min();
        }
        return isOneNumber(range) ? String.valueOf(range.min()) : range.min() + "\u2013" + range.max();
    }
}
