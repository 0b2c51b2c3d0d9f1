package org.harmregistry.incidents.exchange;

import java.time.LocalDate;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Members that are there or not, and texts that files like to spoil. */
public final class RandomMembers {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int[] ALPHABET = "'=+-@\t\r\n\",;#|\\ab الرقة🕊é".codePoints().toArray();

    public final Random random;

    public RandomMembers(long seed) {
        this.random = new Random(seed);
    }

    public boolean maybe() {
        return random.nextInt(3) > 0;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.append('x').toString();
    }

    public String one(String... terms) {
        return terms[random.nextInt(terms.length)];
    }

    public LocalDate day() {
        return LocalDate.of(2016, 1, 1).plusDays(random.nextInt(1_000));
    }

    /** A row with an external id of its own. */
    public ObjectNode row(String system, int number) {
        ObjectNode row = MAPPER.createObjectNode();
        row.putArray("externalIds").addObject().put("system", system).put("id", text() + number);
        return row;
    }

    public void texts(ObjectNode of, String... names) {
        for (String name : names) {
            if (maybe()) {
                of.put(name, text());
            }
        }
    }

    /** Texts that may be empty. */
    public void notes(ObjectNode of, String name) {
        if (maybe()) {
            of.put(name, maybe() ? text() : "");
        }
    }

    public void source(ObjectNode of) {
        if (maybe()) {
            ObjectNode source = of.putObject("source").put("url", "https://example.org/" + random.nextInt(100) + "?a=b&c=%22");
            texts(source, "kind");
            if (maybe()) {
                source.put("sourceId", new java.util.UUID(random.nextLong(), random.nextLong()).toString());
            }
        }
    }

    public void range(ObjectNode of, String name) {
        int min = random.nextInt(50);
        ObjectNode range = of.putObject(name);
        if (maybe()) {
            range.put("min", min);
        }
        if (maybe() || range.isEmpty()) {
            range.put("max", min + 1 + random.nextInt(9));
        }
    }
}
