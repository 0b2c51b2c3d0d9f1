package org.harmregistry.incidents.place;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One thing that bears names: a country, an administrative area or a populated place.
 *
 * @param country the country that it is or lies in
 * @param unit the administrative area, if it is one
 * @param place the populated place, if it is one
 * @param weight what is meant first among things of one name has more
 * @param names its names, the main one first, a line each; as bytes, since tens of thousands are held
 */
record GazetteerEntry(String country, AdminUnit unit, GazetteerPlace place, long weight, byte[] names) {

    static GazetteerEntry country(String code, List<String> names) {
        return new GazetteerEntry(code, null, null, Long.MAX_VALUE, bytes(names));
    }

    static GazetteerEntry unit(AdminUnit unit, List<String> names) {
        return new GazetteerEntry(unit.code().substring(0, 2), unit, null, 0, bytes(names));
    }

    static GazetteerEntry place(GazetteerPlace place, long weight, List<String> names) {
        return new GazetteerEntry(place.country(), null, place, weight, bytes(names));
    }

    boolean isCountry() {
        return unit == null && place == null;
    }

    /** Whether the key is that of its main name. */
    boolean bearsFirst(String key) {
        return PlaceName.key(allNames().get(0)).equals(key);
    }

    /** Whether one of its names has these letters, marks aside ({@link PlaceName#letters}). */
    boolean isWritten(String letters) {
        return allNames().stream().anyMatch(name -> PlaceName.letters(name).equals(letters));
    }

    /** All names, the main one first. */
    List<String> allNames() {
        return new String(names, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(List<String> names) {
        return String.join("\n", names).getBytes(StandardCharsets.UTF_8);
    }
}
