package org.harmregistry.incidents.place;

/**
 * An administrative area of the gazetteer.
 *
 * @param code its OCHA P-code, such as {@code SY11}
 * @param level governorate, district or sub-district
 * @param name its name in English
 */
public record AdminUnit(String code, AdminLevel level, String name) {
}
