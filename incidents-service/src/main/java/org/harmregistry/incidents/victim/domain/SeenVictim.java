package org.harmregistry.incidents.victim.domain;

import java.util.List;

import org.harmregistry.incidents.incident.domain.IncidentView;

/**
 * A victim on its way to one reader.
 *
 * @param victim the record
 * @param content its content, whole
 * @param view as whom the reader sees it
 * @param findings what the registry found; {@code null} if it did not look
 */
public record SeenVictim(Victim victim, VictimContent content, IncidentView view, List<VictimFinding> findings) {

    public String tag() {
        return VictimPolicy.tag(victim, view);
    }
}
