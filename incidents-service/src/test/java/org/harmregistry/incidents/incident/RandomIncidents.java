package org.harmregistry.incidents.incident;

import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of an import with every member there or not, and with texts that files like to spoil. */
final class RandomIncidents {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int[] ALPHABET = "'=+-@\t\r\n\",;#|\\ab الرقة🕊é".codePoints().toArray();
    private static final String[] GROUPS = { "civilians", "children", "women", "men", "humanRightsDefenders", "journalists",
            "healthcarePersonnel", "otherProtectedPersons", "personsHorsDeCombat", "belligerents", "undetermined" };

    private final Random random;

    RandomIncidents(Random random) {
        this.random = random;
    }

    String row(String dataset, int number) {
        ObjectNode row = MAPPER.createObjectNode();
        row.put("title", text()).put("dataset", dataset).put("status", "accepted").put("publication", "public");
        row.putArray("externalIds").addObject().put("system", dataset).put("id", text() + number);
        texts(row, "summary", "licence", "attribution");
        if (maybe()) {
            texts(row.putArray("texts").addObject().put("language", "ar"), "title", "summary");
        }
        occurred(row.putObject("occurred"));
        if (maybe()) {
            place(row.putObject("place"));
        }
        if (maybe()) {
            strike(row.putObject("strike"));
        }
        if (maybe()) {
            harm(row.putObject("harm"));
        }
        parties(row.putArray("parties"));
        if (maybe()) {
            row.putArray("infrastructure").add("market").add("hospital");
            row.putArray("impacts").add("food");
        }
        return row.toString();
    }

    private void occurred(ObjectNode occurred) {
        occurred.put("from", "2017-07-02");
        if (maybe()) {
            occurred.put("to", "2017-07-05").put("precision", "span");
        }
        if (maybe()) {
            occurred.putObject("localTime").put("kind", "window").put("from", "18:00").put("to", "02:00")
                    .put("zone", "Asia/Damascus");
        }
    }

    private void place(ObjectNode place) {
        texts(place, "name", "provider");
        if (maybe()) {
            place.putArray("names").addObject().put("language", "ar").put("name", text());
        }
        if (maybe()) {
            place.put("country", "SY").put("admin1", "SY11").put("accuracy", "village").put("mgrs", "37SEV1234567890");
        }
        if (maybe()) {
            boolean inSyria = place.has("country");
            place.putObject("point").put("lat", inSyria ? 34 + random.nextDouble() : random.nextDouble() * 180 - 90)
                    .put("lon", inSyria ? 38 : random.nextInt(360) - 180);
        }
    }

    private void strike(ObjectNode strike) {
        if (maybe()) {
            strike.put("status", "likely_strike").putArray("types").add("airstrike").add("artillery");
        }
        if (maybe()) {
            range(strike.putObject("count"));
        }
        if (maybe()) {
            strike.putArray("munitions").add(text()).add(text());
            strike.putArray("targets").add(text());
        }
    }

    private void harm(ObjectNode harm) {
        if (maybe()) {
            harm.put("reported", random.nextBoolean());
        }
        for (String outcome : new String[] { "killed", "injured" }) {
            if (maybe()) {
                ObjectNode casualties = harm.putObject(outcome);
                for (String group : GROUPS) {
                    if (maybe()) {
                        range(casualties.putObject(group));
                    }
                }
            }
        }
        if (maybe()) {
            harm.putObject("totalsAsPublished").put("scheme", text()).put("low", random.nextInt(9)).put("best", 9).put("high",
                    12);
        }
    }

    private void range(ObjectNode range) {
        if (maybe()) {
            range.put("min", random.nextInt(5));
        }
        if (maybe()) {
            range.put("max", 5 + random.nextInt(5));
        }
    }

    private void parties(ArrayNode parties) {
        if (maybe()) {
            parties.addObject().put("party", "alliance-t").put("role", "suspected").put("rule", "headline-names-coalition-1");
            parties.addObject().put("party", "militia-t").put("role", "belligerent");
        }
    }

    private void texts(ObjectNode of, String... names) {
        for (String name : names) {
            if (maybe()) {
                of.put(name, text());
            }
        }
    }

    private boolean maybe() {
        return random.nextInt(3) > 0;
    }

    /** Never blank, which would be refused. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.append('x').toString();
    }
}
