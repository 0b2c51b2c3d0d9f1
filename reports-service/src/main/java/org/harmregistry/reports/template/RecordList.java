package org.harmregistry.reports.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.json.CanonicalJson;

/**
 * A list of records and their versions in the one form over which its digest is taken: lines {@code id:version}, sorted by id.
 * A list may have a million lines: until it is written it holds some forty bytes of each.
 */
public final class RecordList {

    private static final int ID_CHARACTERS = 36;
    private static final String MARKS = ":\n";

    private final List<Line> lines = new ArrayList<>();

    /**
     * @param most the higher half of the id
     * @param least the lower half
     */
    private record Line(long most, long least, long version) implements Comparable<Line> {

        /** As the texts of ids follow each other. */
        @Override
        public int compareTo(Line other) {
            int order = Long.compareUnsigned(most, other.most);
            return order == 0 ? Long.compareUnsigned(least, other.least) : order;
        }
    }

    /** Adds a record; each only once. */
    public void add(UUID id, long version) {
        lines.add(new Line(id.getMostSignificantBits(), id.getLeastSignificantBits(), version));
    }

    public int size() {
        return lines.size();
    }

    /** The list as it is kept. */
    public byte[] lines() {
        Collections.sort(lines);
        ByteBuffer written = ByteBuffer.allocate(lines.size() * ID_CHARACTERS + lines.stream()
                .mapToInt(line -> Long.toString(line.version()).length() + MARKS.length()).sum());
        lines.forEach(line -> written.put((new UUID(line.most(), line.least()) + ":" + line.version() + "\n")
                .getBytes(StandardCharsets.US_ASCII)));
        return written.array();
    }

    public static String digest(byte[] lines) {
        return CanonicalJson.digest(lines);
    }
}
