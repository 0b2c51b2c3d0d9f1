package org.harmregistry.local.loader.ucdp;

import java.util.List;

/**
 * A published, versioned rule by which a party is suspected of an event. A hit is suspicion by rule, not attribution: nobody
 * has assessed the event. A rule never changes; a better one gets the next number.
 */
public interface SuspicionRule {

    /** The rules that the loader applies, each apart. */
    List<SuspicionRule> ALL = List.of(new HeadlineNamesCoalition1(), new AirwarsSeries1());

    /** The name under which the party entry carries it, such as {@code airwars-series-1}. */
    String name();

    /** The party that a hit points to. */
    default String party() {
        return "coalition";
    }

    boolean hits(GedEvent event);
}
