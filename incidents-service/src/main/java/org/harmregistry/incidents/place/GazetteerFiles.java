package org.harmregistry.incidents.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import org.harmregistry.kit.words.ArabicSpelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the gazetteer's files, a line or area at a time. */
final class GazetteerFiles {

    private static final Map<AdminLevel, String> SYRIA = Map.of(
            AdminLevel.ADMIN1, "names_governorates.json.gz",
            AdminLevel.ADMIN2, "names_districts.json.gz",
            AdminLevel.ADMIN3, "names_subdistricts.json.gz");
    /** Seats of government are meant before larger places of the same name. */
    private static final Map<String, Long> SEATS = Map.of("PPLC", 4_000_000_000L, "PPLA", 3_000_000_000L, "PPLA2",
            2_000_000_000L, "PPLA3", 1_000_000_000L);

    private static final Set<Character.UnicodeScript> SCRIPTS = EnumSet.of(Character.UnicodeScript.LATIN,
            Character.UnicodeScript.ARABIC, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.HEBREW,
            Character.UnicodeScript.COMMON);

    private final Consumer<GazetteerEntry> found;

    private GazetteerFiles(Consumer<GazetteerEntry> found) {
        this.found = found;
    }

    static void read(ObjectMapper mapper, Consumer<GazetteerEntry> found) {
        GazetteerFiles files = new GazetteerFiles(found);
        try {
            files.countries();
            for (AdminLevel level : AdminLevel.values()) {
                files.areas(mapper, level);
            }
            files.places();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) throws IOException {
        InputStream file = GazetteerFiles.class.getResourceAsStream("/gazetteer/" + name);
        return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
    }

    /** Calls with the cells of each line but the first. */
    static void table(String name, Consumer<String[]> row) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row.accept(line.split("\t", -1));
            }
        }
    }

    private void countries() throws IOException {
        table("countries.tsv", cells -> found.accept(GazetteerEntry.country(cells[0], List.of(cells[1].split(",")))));
    }

    private void areas(ObjectMapper mapper, AdminLevel level) throws IOException {
        try (InputStream json = resource("syria/" + SYRIA.get(level))) {
            for (JsonNode area : mapper.readTree(json)) {
                String code = area.at("/externalIds/ochaPcode").textValue();
                if (code != null) {
                    found.accept(
                            GazetteerEntry.unit(new AdminUnit(code, level, area.at("/name/en").textValue()), namesOf(area)));
                }
            }
        }
    }

    private static List<String> namesOf(JsonNode area) {
        Set<String> names = new LinkedHashSet<>();
        area.path("name").forEach(name -> names.add(name.textValue()));
        area.path("aliases").forEach(alias -> names.add(alias.path("value").textValue()));
        return List.copyOf(names);
    }

    private void places() throws IOException {
        Map<String, String> subdistricts = new HashMap<>();
        table("geonames/syria_subdistricts.tsv", cells -> subdistricts.put(cells[0], cells[1]));
        table("geonames/places.tsv.gz", cells -> place(cells, subdistricts.get(cells[0])));
    }

    private void place(String[] cells, String subdistrict) {
        Set<String> names = new LinkedHashSet<>(List.of(cells[1], cells[2]));
        List<String> others = new ArrayList<>(List.of(cells[3].split(",")));
        others.removeIf(GazetteerFiles::isNoName);
        names.addAll(others);
        String arabic = others.stream().filter(name -> ArabicSpelling.isArabic(name.charAt(0))).findFirst().orElse(null);
        GazetteerPlace place = new GazetteerPlace(Long.parseLong(cells[0]), cells[1], arabic, cells[8],
                subdistrict == null ? null : subdistrict.substring(0, 4),
                subdistrict == null ? null : subdistrict.substring(0, 6),
                new GazetteerPlace.Position(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])));
        long weight = SEATS.getOrDefault(cells[7], 0L) + Long.parseLong(cells[14]);
        found.accept(GazetteerEntry.place(place, weight, List.copyOf(names)));
    }

    /**
     * Codes of airports stand among the names; a name of three capitals is one of them. Names in scripts that are at home
     * in none of the countries are left out, too.
     */
    private static boolean isNoName(String name) {
        return name.isBlank() || !SCRIPTS.contains(Character.UnicodeScript.of(name.codePointAt(0)))
                || name.length() == 3 && name.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }
}
