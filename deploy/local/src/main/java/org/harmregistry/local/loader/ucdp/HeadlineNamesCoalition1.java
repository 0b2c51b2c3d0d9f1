package org.harmregistry.local.loader.ucdp;

import java.util.Locale;

/**
 * Rule {@code headline-names-coalition-1}.
 * <p>
 * The US-led Coalition is suspected when the event is not one-sided violence and at least one headline that it cites
 * <ol>
 * <li>names the Coalition: the letters "coalition" occur in it, in capitals or not (in this file each such headline speaks
 * of the US-led Coalition), and</li>
 * <li>is not the digest of a whole day's dead, as {@link DayDigest} says: such a headline adds up the dead of a day and of
 * many perpetrators, and says nothing of this event.</li>
 * </ol>
 */
public final class HeadlineNamesCoalition1 implements SuspicionRule {

    @Override
    public String name() {
        return "headline-names-coalition-1";
    }

    @Override
    public boolean hits(GedEvent event) {
        return !event.oneSided() && event.citations().stream().map(Citation::headline)
                .anyMatch(headline -> namesCoalition(headline) && !DayDigest.is(headline));
    }

    static boolean namesCoalition(String headline) {
        return headline.toLowerCase(Locale.ROOT).contains("coalition");
    }
}
