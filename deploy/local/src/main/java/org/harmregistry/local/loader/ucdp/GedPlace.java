package org.harmregistry.local.loader.ucdp;

import java.util.Map;

/** How UCDP's places are named in the registry's terms. */
final class GedPlace {

    /** {@code adm_1} to the P-code of the UN's common operational dataset; the two spell the names differently. */
    private static final Map<String, String> GOVERNORATES = Map.ofEntries(Map.entry("Damascus Governorate", "SY01"),
            Map.entry("Aleppo Governorate", "SY02"), Map.entry("Rif Dimashq Governorate", "SY03"),
            Map.entry("Homs Governorate", "SY04"), Map.entry("Hamah Governorate", "SY05"),
            Map.entry("Latakia Governorate", "SY06"), Map.entry("Idlib Governorate", "SY07"),
            Map.entry("Al Hasakah Governorate", "SY08"), Map.entry("Deir ez Zor Governorate", "SY09"),
            Map.entry("Tartus Governorate", "SY10"), Map.entry("Ar Raqqah Governorate", "SY11"),
            Map.entry("Daraa Governorate", "SY12"), Map.entry("As Suwayda Governorate", "SY13"),
            Map.entry("Quneitra Governorate", "SY14"));

    private GedPlace() {
    }

    /** The P-code, or null where the event is not placed in a governorate. */
    static String admin1(GedEvent event) {
        if (event.governorate().isEmpty()) {
            return null;
        }
        String code = GOVERNORATES.get(event.governorate());
        if (code == null) {
            throw new IllegalArgumentException("no P-code known for " + event.governorate());
        }
        return code;
    }

    /**
     * The accuracy of the point, never finer than UCDP claims. "Exact" is exact as to the named settlement, whose centre the
     * point is; "a limited area around" a place may leave its town, so it is the district. Null for a part of the country or
     * the country as a whole, where the point stands for nothing.
     */
    static String accuracy(GedEvent event) {
        return switch (event.wherePrecision()) {
            case 1 -> settlement(event.where());
            case 2, 3 -> "district";
            case 4 -> "province_governorate";
            default -> null;
        };
    }

    private static String settlement(String name) {
        return switch (name.substring(name.lastIndexOf(' ') + 1)) {
            case "city" -> "city";
            case "town" -> "town";
            case "village" -> "village";
            default -> "exact_location_other";
        };
    }
}
