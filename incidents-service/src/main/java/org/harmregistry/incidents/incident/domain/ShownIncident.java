package org.harmregistry.incidents.incident.domain;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.kit.http.EntityTags;

/**
 * An incident as one reader sees it.
 *
 * @param id the record
 * @param view as whom the reader sees it
 * @param document its JSON, without version and times
 * @param version the version that this reader sees
 * @param recordedAt when it was recorded, UTC
 * @param updatedAt when it was last changed as far as this reader can see, UTC
 * @param sortKey by what it stands where it does in a list, as text; {@code null} outside of lists
 */
public record ShownIncident(UUID id, IncidentView view, String document, long version, Instant recordedAt, Instant updatedAt,
        String sortKey) {

    /** The same from the record itself. */
    public static ShownIncident of(Incident incident, IncidentView view) {
        boolean everybody = view == IncidentView.PUBLIC;
        String document = everybody && incident.publicDocument() != null ? incident.publicDocument() : incident.document();
        return new ShownIncident(incident.id(), view, document, view.versionOf(incident), incident.recordedAt(),
                everybody ? incident.publicUpdatedAt() : incident.updatedAt(), null);
    }

    public String tag() {
        return EntityTags.of(version, view.term());
    }

    /** The whole record as JSON text. */
    public String json(Instant asOf) {
        StringBuilder json = new StringBuilder(document.length() + 120);
        json.append(document, 0, document.lastIndexOf('}')).append(",\"version\":").append(version)
                .append(",\"recordedAt\":\"").append(recordedAt).append("\",\"updatedAt\":\"").append(updatedAt).append('"');
        if (asOf != null) {
            json.append(",\"asOf\":\"").append(asOf).append('"');
        }
        return json.append('}').toString();
    }
}
