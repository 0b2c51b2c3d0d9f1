package org.harmregistry.reports.document;

/**
 * A place on the map, no more accurate than everybody may know it.
 *
 * @param name its name; absent where none is recorded
 * @param lat latitude in degrees, WGS 84
 * @param lon longitude in degrees, WGS 84
 * @param accuracy how accurately what happened is located; absent where it is not recorded
 * @param incidents how many of the incidents counted are located here
 */
public record MappedPlace(String name, double lat, double lon, String accuracy, long incidents) {
}
