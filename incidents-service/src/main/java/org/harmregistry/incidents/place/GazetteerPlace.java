package org.harmregistry.incidents.place;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A populated place of the gazetteer.
 *
 * @param id its number in GeoNames
 * @param name its name in Latin letters
 * @param nameInArabicScript its name in Arabic script, if one is known
 * @param country two letters of ISO 3166-1
 * @param admin1 P-code of the governorate that it lies in; Syria's places only
 * @param admin2 P-code of the district that it lies in; Syria's places only
 * @param point the middle of the place
 */
@Schema(name = "GazetteerPlace", description = "A populated place as GeoNames has it (CC BY 4.0, geonames.org).")
public record GazetteerPlace(@Schema(description = "Its number in GeoNames.", examples = "172955") long id,
        @Schema(description = "Its name in Latin letters.", examples = "Ar Raqqah") String name,
        @Schema(description = "Its name in Arabic script, if one is known.") String nameInArabicScript,
        @Schema(description = "Two letters of ISO 3166-1.", examples = "SY") String country,
        @Schema(description = "P-code of its governorate; Syria's places only.", examples = "SY11") String admin1,
        @Schema(description = "P-code of its district; Syria's places only.", examples = "SY1101") String admin2,
        @Schema(description = "The middle of the place, in degrees (WGS 84).") Position point) {

    /** Degrees of latitude and longitude (WGS 84). */
    @Schema(name = "GazetteerPosition")
    public record Position(double lat, double lon) {
    }
}
