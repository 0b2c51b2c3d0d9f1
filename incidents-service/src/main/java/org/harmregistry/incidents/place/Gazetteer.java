package org.harmregistry.incidents.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;

/** Names and aliases of administrative areas; Syria's so far. Read once, at start. */
@Startup
@ApplicationScoped
public class Gazetteer {

    private static final Map<AdminLevel, String> SYRIA = Map.of(
            AdminLevel.ADMIN1, "names_governorates.json.gz",
            AdminLevel.ADMIN2, "names_districts.json.gz",
            AdminLevel.ADMIN3, "names_subdistricts.json.gz");

    private final Map<String, Set<AdminUnit>> byName = new HashMap<>();
    private final Set<String> firstOrder = new HashSet<>();

    public Gazetteer(ObjectMapper mapper) {
        for (AdminLevel level : AdminLevel.values()) {
            read(mapper, level);
        }
    }

    /** What a name may mean. The areas are found by their exact names, once spellings are made alike. */
    public PlaceQuery understand(String input) {
        String normalised = PlaceName.normalised(input);
        return new PlaceQuery(input, normalised, List.copyOf(byName.getOrDefault(normalised, Set.of())));
    }

    /** False only if the country's first-order areas are known here and this code is none of them. */
    public boolean mayBeIn(String country, String admin1) {
        return !"SY".equals(country) || firstOrder.contains(admin1);
    }

    private void read(ObjectMapper mapper, AdminLevel level) {
        try (InputStream file = Gazetteer.class.getResourceAsStream("/gazetteer/syria/" + SYRIA.get(level));
                InputStream json = new GZIPInputStream(file)) {
            for (JsonNode area : mapper.readTree(json)) {
                add(area, level);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode area, AdminLevel level) {
        String code = area.at("/externalIds/ochaPcode").textValue();
        if (code == null) {
            return;
        }
        AdminUnit unit = new AdminUnit(code, level, area.at("/name/en").textValue());
        if (level == AdminLevel.ADMIN1) {
            firstOrder.add(code);
        }
        List<String> names = new ArrayList<>();
        area.path("name").forEach(name -> names.add(name.textValue()));
        area.path("aliases").forEach(alias -> names.add(alias.path("value").textValue()));
        names.forEach(name -> byName.computeIfAbsent(PlaceName.normalised(name), any -> new LinkedHashSet<>()).add(unit));
    }
}
