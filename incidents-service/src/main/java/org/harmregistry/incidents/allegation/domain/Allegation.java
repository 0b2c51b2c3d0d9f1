package org.harmregistry.incidents.allegation.domain;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Publication;

/**
 * An allegation as the registry keeps it.
 *
 * @param id its id
 * @param content what was written
 * @param standing what its transitions make of it
 * @param publication whether everybody may read it, if they may read its incident
 * @param organisation for which organisation it was recorded
 * @param recordedAt when it was recorded first
 * @param whole counts all changes
 * @param forParty counts the changes that the party could see
 * @param forEverybody counts the changes that everybody could see; 0 if it never was public
 * @param incidentPublic whether everybody may read its incident today; true if it has none
 */
public record Allegation(UUID id, AllegationContent content, Standing standing, Publication publication, String organisation,
        Instant recordedAt, Counted whole, Counted forParty, Counted forEverybody, boolean incidentPublic) {

    /**
     * A version and its time.
     *
     * @param version from 1, one more with each change that counts
     * @param updatedAt when it was counted last
     */
    public record Counted(long version, Instant updatedAt) {

        Counted next(Instant now) {
            return new Counted(version + 1, now);
        }
    }

    /** A new allegation, withheld, which stands as its path tells. */
    static Allegation begin(UUID id, AllegationContent content, TransitionPath path, String organisation, Instant now,
            boolean incidentPublic) {
        Counted first = new Counted(1, now);
        return new Allegation(id, content, path.standing(), Publication.WITHHELD, organisation, now, first, first,
                new Counted(0, null), incidentPublic);
    }

    /** True if everybody may read it. */
    public boolean isPublic() {
        return publication == Publication.PUBLIC && incidentPublic;
    }

    Allegation write(AllegationContent changed, boolean changedIncidentPublic, Instant now) {
        boolean partySees = !changed.forParty(changedIncidentPublic).equals(content.forParty(incidentPublic));
        boolean everybodySees = !changed.forEverybody().equals(content.forEverybody());
        return new Allegation(id, changed, standing, publication, organisation, recordedAt, whole, forParty, forEverybody,
                changedIncidentPublic).count(now, partySees, publication == Publication.PUBLIC && everybodySees);
    }

    /** The same allegation after its transitions have changed. */
    Allegation follow(TransitionPath path, Instant now) {
        AllegationContent dated = path.receivedOn() == null ? content : content.receivedOn(path.receivedOn());
        return new Allegation(id, dated, path.standing(), publication, organisation, recordedAt, whole, forParty,
                forEverybody, incidentPublic).count(now, true, publication == Publication.PUBLIC);
    }

    Allegation show(Publication next, Instant now) {
        return new Allegation(id, content, standing, next, organisation, recordedAt, whole, forParty, forEverybody,
                incidentPublic).count(now, true, next == Publication.PUBLIC);
    }

    /** The same allegation before its incident came into everybody's sight, or left it. */
    Allegation beforeItsIncidentTurned() {
        return new Allegation(id, content, standing, publication, organisation, recordedAt, whole, forParty, forEverybody,
                !incidentPublic);
    }

    /** The same allegation after that. */
    Allegation turn(Instant now) {
        return count(now, true, incidentPublic);
    }

    private Allegation count(Instant now, boolean partySees, boolean everybodySees) {
        return new Allegation(id, content, standing, publication, organisation, recordedAt, whole.next(now),
                partySees ? forParty.next(now) : forParty, everybodySees ? forEverybody.next(now) : forEverybody,
                incidentPublic);
    }
}
