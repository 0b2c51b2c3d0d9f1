package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.http.EntityTags;

/** As whom a reader sees an allegation. The names stand in entity tags. */
public enum AllegationView implements Term {
    /** What everybody sees: places at public accuracy, none of the registry's notes. */
    PUBLIC,
    /** What the party sees: places as it gave them, none of the registry's notes. */
    PARTY,
    /** What analysts, publishers and admins see. */
    FULL;

    public AllegationContent show(Allegation allegation) {
        return switch (this) {
            case PUBLIC -> allegation.content().forEverybody();
            case PARTY -> allegation.content().forParty(allegation.incidentPublic());
            case FULL -> allegation.content();
        };
    }

    public TransitionContent show(TransitionContent transition) {
        return switch (this) {
            case PUBLIC -> transition.forEverybody();
            case PARTY -> transition.forParty();
            case FULL -> transition;
        };
    }

    /** How often what this reader sees has changed, and when last. */
    public Allegation.Counted counted(Allegation allegation) {
        return switch (this) {
            case PUBLIC -> allegation.forEverybody();
            case PARTY -> allegation.forParty();
            case FULL -> allegation.whole();
        };
    }

    /** The party's view shows the incident only while everybody may see it, so the tag tells the two apart. */
    public String tagOf(Allegation allegation) {
        String name = this == PARTY && !allegation.incidentPublic() ? "party-unplaced" : term();
        return EntityTags.of(counted(allegation).version(), name);
    }
}
