package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a report needs of an incident.
 *
 * @param place where it happened, as accurately as everybody may know; may be absent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Incident(String id, long version, String dataset, String licence, String attribution, Place place) {

    /** Where an incident happened. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(String name, Point point, String accuracy) {
    }

    /**
     * @param lat latitude in degrees, WGS 84
     * @param lon longitude in degrees, WGS 84
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Point(double lat, double lon) {
    }
}
