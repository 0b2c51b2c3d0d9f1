package org.harmregistry.acceptance.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

import org.harmregistry.acceptance.benchmark.SyntheticIncidents.Town;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Plausible sources that never were, of every kind and as often as monitors have them, the same for the same number on every
 * machine; and what they are cited for. They say so themselves: in the title, and by their external id.
 */
final class SyntheticSources {

    private static final String[] OUTLETS = { "Synthetic Gazette", "Synthetic Radio", "Synthetic News Agency",
            "Synthetic Observer", "صحيفة مصطنعة", "Synthetic Wire" };
    private static final String[] PLATFORMS = { "twitter", "facebook", "telegram", "youtube" };
    private static final int TEXTS_IN_TEN = 4;
    /** About four sources speak of one incident. */
    private static final int SOURCES_AN_INCIDENT = 4;

    /** A kind, and how many of a hundred sources are of it. */
    private enum Kind {
        ARTICLE(38, "news"),
        POST(26, "social_media_post"),
        VIDEO(7, "video"),
        PHOTO(6, "photo"),
        STATEMENT(6, "official_statement"),
        REPORT(6, "ngo_report"),
        REGISTER(3, "register"),
        LETTER(2, "correspondence"),
        SITE_VISIT(2, "site_visit"),
        IMAGERY(2, "satellite_image"),
        INTERVIEW(2, "witness_interview");

        private final int share;
        private final String medium;

        Kind(int share, String medium) {
            this.share = share;
            this.medium = medium;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ObjectMapper mapper = new ObjectMapper();

    /** One source as it is written by {@code POST /sources}; the external id may be any. */
    String body(long number, String externalId) {
        return source(number, externalId).toString();
    }

    /**
     * One row of an import by a publisher; one in ten stays a draft, as interviews do, which are public with a consent alone.
     */
    String row(long number, String externalId) {
        ObjectNode source = source(number, externalId);
        boolean draft = number % 10 == 7 || source.path("kind").asText().equals("interview");
        if (!draft) {
            source.put("status", "accepted").put("publication", "public");
        }
        return source.toString();
    }

    /** What the source of that number is cited for; one in ten for two incidents. */
    List<String> citations(long number, String externalId) {
        String first = citation(number, externalId, incident(number / SOURCES_AN_INCIDENT));
        return number % 10 == 3
                ? List.of(first, citation(number + 1, externalId, incident(number / SOURCES_AN_INCIDENT + 1)))
                : List.of(first);
    }

    /** How many incidents are spoken of by so many sources. */
    static long incidentsOf(long sources) {
        return (sources + SOURCES_AN_INCIDENT - 1) / SOURCES_AN_INCIDENT;
    }

    static UUID incident(long number) {
        return UUID.nameUUIDFromBytes(("synthetic incident " + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static SplittableRandom random(long number) {
        return new SplittableRandom(number * 0x9E3779B97F4A7C15L);
    }

    private static LocalDate day(SplittableRandom random) {
        return SyntheticIncidents.FIRST_DAY
                .plusDays((long) (SyntheticIncidents.DAYS * (random.nextDouble() + random.nextDouble()) / 2));
    }

    private ObjectNode source(long number, String externalId) {
        SplittableRandom random = random(number);
        Kind kind = kind(random.nextInt(100));
        Town town = SyntheticIncidents.town(random.nextInt(100));
        LocalDate day = day(random);
        boolean arabic = random.nextInt(3) == 0;
        ObjectNode source = mapper.createObjectNode();
        source.putArray("externalIds").addObject().put("system", SyntheticIncidents.DATASET).put("id", externalId);
        source.put("kind", kind.word()).put("medium", kind.medium);
        source.put("title", "Synthetic: " + (arabic ? SyntheticWords.arabic(random, 6) + " " + town.arabic()
                : SyntheticWords.english(random, 6) + " " + town.name()));
        source.put("language", arabic ? "ar" : "en");
        published(source, kind, day, random);
        if (kind == Kind.ARTICLE || kind == Kind.POST || kind == Kind.STATEMENT) {
            texts(source, arabic, random);
        }
        part(source, kind, town, day, random);
        source.put("reliability", "ABCDEF".substring(random.nextInt(6)).substring(0, 1)).put("credibility",
                1 + random.nextInt(6));
        if (random.nextInt(5) == 0) {
            source.putArray("sensitivity").add("graphic_violence");
        }
        return source.put("dataset", SyntheticIncidents.DATASET).put("licence", "CC0-1.0").put("attribution",
                "Synthetic, made for a benchmark");
    }

    private static Kind kind(int hundredth) {
        int left = hundredth;
        for (Kind kind : Kind.values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return Kind.ARTICLE;
    }

    /** What was published stands on the web, under an address of a name that cannot be anybody's (RFC 2606). */
    private static void published(ObjectNode source, Kind kind, LocalDate day, SplittableRandom random) {
        source.putObject("publishedOn").put("date", day.toString()).put("precision", "day");
        String outlet = OUTLETS[random.nextInt(OUTLETS.length)];
        String page = Long.toString(random.nextLong(1L << 48), 36);
        switch (kind) {
            case POST, VIDEO, PHOTO -> source.put("url", "https://social.example/" + random.nextInt(5_000) + "/status/" + page);
            case ARTICLE, REPORT, STATEMENT -> source.put("publisher", outlet)
                    .put("url", "https://news-" + random.nextInt(40) + ".example/" + day.getYear() + "/" + page)
                    .put("archivedUrl", "https://archive.example/" + page);
            default -> source.put("publisher", "Synthetic field team " + random.nextInt(20));
        }
    }

    private static void texts(ObjectNode source, boolean arabic, SplittableRandom random) {
        if (random.nextInt(10) < TEXTS_IN_TEN) {
            int words = 60 + random.nextInt(300);
            source.putArray("texts").addObject().put("language", arabic ? "ar" : "en").put("text",
                    arabic ? SyntheticWords.arabic(random, words) : SyntheticWords.english(random, words));
        }
    }

    private static void part(ObjectNode source, Kind kind, Town town, LocalDate day, SplittableRandom random) {
        switch (kind) {
            case ARTICLE -> source.putObject("article").put("outlet", OUTLETS[random.nextInt(OUTLETS.length)]).put("section",
                    "world");
            case POST -> source.putObject("post").put("platform", PLATFORMS[random.nextInt(PLATFORMS.length)])
                    .put("account", "synthetic_" + random.nextInt(5_000)).put("firstSeen", day + "T08:00:00Z");
            case STATEMENT -> source.putObject("statement").put("office", "Synthetic press office")
                    .put("party", SyntheticIncidents.PARTIES.get(random.nextInt(4))).put("channel", "press_briefing");
            case REPORT -> source.putObject("fieldwork").put("sitesVisited", random.nextInt(50)).put("interviews",
                    random.nextInt(120));
            case REGISTER -> source.putObject("registerEntry").put("register", "Synthetic register of deaths").put("entry",
                    "No. " + random.nextInt(90_000));
            case LETTER -> source.putObject("letter").put("from", "Synthetic monitor").put("to", "Synthetic ministry")
                    .put("reference", "SYN/" + random.nextInt(9_000)).put("receivedOn", day.toString());
            case SITE_VISIT -> visit(source.putObject("siteVisit"), town, day, random);
            case IMAGERY -> imagery(source.putObject("imagery"), town, day, random);
            case INTERVIEW -> source.putObject("interview").put("heldOn", day.toString()).put("language", "ar")
                    .put("people", 1 + random.nextInt(3)).put("mode", "in_person").put("family", "FAM-" + random.nextInt(900))
                    .putObject("place").put("country", "SY").put("admin1", town.admin1());
            default -> {
                // A photo or a video is its file.
            }
        }
    }

    private static void visit(ObjectNode visit, Town town, LocalDate day, SplittableRandom random) {
        visit.put("visitedOn", day.toString()).put("teamSize", 2 + random.nextInt(4)).put("seen",
                SyntheticWords.english(random, 60) + ".");
        ObjectNode place = visit.putObject("place").put("name", town.name()).put("country", "SY").put("admin1", town.admin1());
        place.putObject("point").put("lat", rounded(town.lat() + random.nextDouble() / 20)).put("lon",
                rounded(town.lon() + random.nextDouble() / 20));
        ArrayNode damage = visit.putArray("damage");
        damage.addObject().put("object", SyntheticWords.english(random, 2)).put("extent", "severe_damage");
    }

    private static void imagery(ObjectNode imagery, Town town, LocalDate day, SplittableRandom random) {
        imagery.putObject("before").put("takenOn", day.minusDays(1 + random.nextInt(40)).toString()).put("sensor", "synthetic");
        imagery.putObject("after").put("takenOn", day.toString()).put("sensor", "synthetic");
        imagery.putObject("footprint").put("west", rounded(town.lon())).put("south", rounded(town.lat()))
                .put("east", rounded(town.lon() + 0.02)).put("north", rounded(town.lat() + 0.02));
    }

    private static double rounded(double degrees) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5f", degrees));
    }

    private String citation(long number, String externalId, UUID incident) {
        SplittableRandom random = random(-number - 1);
        ObjectNode citation = mapper.createObjectNode();
        citation.putObject("externalId").put("system", SyntheticIncidents.DATASET).put("id", externalId);
        citation.put("incident", incident.toString()).put("stance", random.nextInt(8) == 0 ? "contradicts" : "supports")
                .put("passage", SyntheticWords.english(random, 12));
        ObjectNode claims = citation.putObject("claims");
        int killed = (int) Math.round(Math.pow(random.nextDouble(), 4) * 60);
        claims.putObject("killed").putObject("civilians").put("min", killed).put("max", killed + random.nextInt(5));
        claims.putObject("date").put("from", day(random).toString());
        claims.putArray("parties").addObject().put("party", SyntheticIncidents.PARTIES.get(random.nextInt(4))).put("role",
                "suspected");
        claims.putObject("place").put("name", SyntheticIncidents.town(random.nextInt(100)).name()).put("country", "SY");
        return citation.toString();
    }
}
