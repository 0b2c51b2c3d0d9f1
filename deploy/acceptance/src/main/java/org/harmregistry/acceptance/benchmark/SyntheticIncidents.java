package org.harmregistry.acceptance.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Plausible incidents that never happened, the same for the same number on every machine. They say so themselves: in the title,
 * and by their external id.
 */
final class SyntheticIncidents {

    static final String DATASET = "synthetic-benchmark";
    static final LocalDate FIRST_DAY = LocalDate.of(2011, 3, 1);
    static final int DAYS = 5_700;

    /**
     * A town around which incidents lie.
     *
     * @param share how many of a hundred incidents are near it
     */
    record Town(String name, String arabic, String admin1, double lat, double lon, int share) {
    }

    static final List<Town> TOWNS = List.of(new Town("Aleppo", "حلب", "SY02", 36.202, 37.161, 22),
            new Town("Idlib", "إدلب", "SY07", 35.931, 36.634, 15), new Town("Ar-Raqqa", "الرقة", "SY11", 35.952, 39.008, 13),
            new Town("Deir-ez-Zor", "دير الزور", "SY09", 35.336, 40.141, 12),
            new Town("Homs", "حمص", "SY04", 34.733, 36.718, 10),
            new Town("Hama", "حماة", "SY05", 35.135, 36.752, 9), new Town("Dar'a", "درعا", "SY12", 32.621, 36.104, 8),
            new Town("Damascus", "دمشق", "SY01", 33.512, 36.296, 6),
            new Town("Al-Hasakeh", "الحسكة", "SY08", 36.504, 40.749, 5));
    static final List<String> PARTIES = List.of("synthetic-coalition", "synthetic-state", "synthetic-group-1",
            "synthetic-group-2");
    private static final String[] TYPES = { "airstrike", "artillery", "drone_strike", "ground_operation" };
    private static final String[] HIT = { "market", "primary_school", "hospital", "residential", "religious",
            "apartment_building" };

    private final ObjectMapper mapper = new ObjectMapper();

    /** One incident as it is written by {@code POST /incidents}; the external id may be any. */
    String body(long number, String externalId) {
        return incident(number, externalId).toString();
    }

    /** One row of an import by a publisher; one in ten stays a draft that only its organisation sees. */
    String row(long number, String externalId) {
        ObjectNode incident = incident(number, externalId);
        boolean draft = number % 10 == 7;
        return incident.put("status", draft ? "draft" : "accepted").put("publication", draft ? "withheld" : "public")
                .toString();
    }

    private ObjectNode incident(long number, String externalId) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        Town town = town(random.nextInt(100));
        LocalDate day = FIRST_DAY.plusDays((long) (DAYS * (random.nextDouble() + random.nextDouble()) / 2));
        ObjectNode incident = mapper.createObjectNode();
        incident.putArray("externalIds").addObject().put("system", DATASET).put("id", externalId);
        incident.put("title", "Synthetic: " + SyntheticWords.english(random, 3) + " near " + town.name() + ", " + day);
        incident.put("summary", SyntheticWords.english(random, 40 + random.nextInt(50)) + ".");
        incident.putObject("occurred").put("from", day.toString()).put("to", day.plusDays(random.nextInt(10) / 9).toString());
        place(incident.putObject("place"), town, random);
        incident.putObject("strike").put("status", "likely_strike").putArray("types").add(TYPES[random.nextInt(TYPES.length)]);
        parties(incident.putArray("parties"), random);
        harm(incident.putObject("harm"), random);
        incident.putArray("infrastructure").add(HIT[random.nextInt(HIT.length)]);
        if (number % 5 == 3) {
            return incident; // What an organisation recorded itself: everybody sees the cell of its place, not the point.
        }
        return incident.put("dataset", DATASET).put("licence", "CC0-1.0").put("attribution", "Synthetic, made for a benchmark");
    }

    static Town town(int hundredth) {
        int left = hundredth;
        for (Town town : TOWNS) {
            left -= town.share();
            if (left < 0) {
                return town;
            }
        }
        return TOWNS.get(0);
    }

    private static void place(ObjectNode place, Town town, SplittableRandom random) {
        place.put("name", town.name()).put("country", "SY").put("admin1", town.admin1());
        place.putArray("names").addObject().put("language", "ar").put("name", town.arabic());
        if (random.nextInt(20) > 0) {
            place.putObject("point").put("lat", near(town.lat(), random)).put("lon", near(town.lon(), random));
            place.put("accuracy", "neighbourhood_area");
        }
    }

    private static double near(double centre, SplittableRandom random) {
        double shift = (random.nextDouble() + random.nextDouble() - 1) * 0.12;
        return Double.parseDouble(String.format(Locale.ROOT, "%.5f", centre + shift));
    }

    private static void parties(ArrayNode parties, SplittableRandom random) {
        parties.addObject().put("party", PARTIES.get(random.nextInt(4))).put("role", "suspected");
        if (random.nextInt(4) == 0) {
            parties.addObject().put("party", PARTIES.get(random.nextInt(4))).put("role", "belligerent");
        }
    }

    private static void harm(ObjectNode harm, SplittableRandom random) {
        harm.put("reported", true);
        int killed = (int) Math.round(Math.pow(random.nextDouble(), 4) * 60);
        range(harm.putObject("killed"), killed, random);
        range(harm.putObject("injured"), killed * 2, random);
        if (random.nextInt(3) > 0) {
            harm.putObject("totalsAsPublished").put("scheme", DATASET).put("low", killed).put("best", killed + 1)
                    .put("high", killed + 3);
        }
    }

    private static void range(ObjectNode people, int least, SplittableRandom random) {
        ObjectNode civilians = people.putObject("civilians").put("min", least);
        if (random.nextInt(10) > 0) {
            civilians.put("max", least + random.nextInt(5));
        }
    }
}
