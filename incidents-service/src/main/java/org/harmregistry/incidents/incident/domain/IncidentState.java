package org.harmregistry.incidents.incident.domain;

/**
 * Everything about an incident that a change can change.
 *
 * @param content what its authors say
 * @param facts what the registry holds of it
 * @param status where it stands in its life
 * @param publication whether it is public
 */
public record IncidentState(IncidentContent content, RegisteredFacts facts, IncidentStatus status, Publication publication) {

    public IncidentState withContent(IncidentContent value) {
        return new IncidentState(value, facts, status, publication);
    }

    public IncidentState withFacts(RegisteredFacts value) {
        return new IncidentState(content, value, status, publication);
    }

    public IncidentState withLife(IncidentStatus nextStatus, Publication nextPublication) {
        return new IncidentState(content, facts, nextStatus, nextPublication);
    }

    /** True if a reader of the public view could tell the two apart, the record's life aside. */
    boolean differsForEverybodyFrom(IncidentState other) {
        return !facts.equals(other.facts) || !content.forEverybody().equals(other.content.forEverybody());
    }
}
