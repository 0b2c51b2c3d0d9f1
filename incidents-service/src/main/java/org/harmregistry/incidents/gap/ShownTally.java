package org.harmregistry.incidents.gap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.tally.Measure;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.incidents.tally.Stance;

/** A tally that is shown beside the gap, and never added to it. */
@Schema(name = "GapShownTally", description = "A tally of the same area that is about another period, or a step: shown, never added")
public record ShownTally(
        Stance stance,
        Measure measure,
        String area,
        Period period,
        Integer min,
        Integer max,
        Boolean minExclusive,
        String words,
        Stated.TallyReference tally) {

    static ShownTally of(PublishedTally published) {
        Stated stated = Stated.of(published);
        return new ShownTally(published.tally().stance(), published.tally().measure(), published.tally().area(),
                published.tally().period(), stated.min(), stated.max(), stated.minExclusive(), stated.words(), stated.tally());
    }
}
