package org.harmregistry.reports.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.harmregistry.kit.json.RunningDigest;
import org.harmregistry.reports.archive.LongContent;

/**
 * A list of records and their versions in the one form over which its digest is taken: lines {@code id:version}, sorted by id.
 * A list may have a million lines: it holds some thirty bytes of each, and is written in pieces.
 */
public final class RecordList {

    /** Ids lie apart by their first byte, so that a 256th of them is sorted, and written, at once. */
    private static final int SHELVES = 256;
    private static final int FIRST_BYTE = 56;
    private static final int ID_CHARACTERS = 36;
    /** The colon, and the end of the line. */
    private static final int MARKS = 2;

    private final Shelf[] shelves = new Shelf[SHELVES];
    private int size;

    public RecordList() {
        Arrays.setAll(shelves, number -> new Shelf());
    }

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

    /** Lines as numbers: as objects a million of them would take twice the room. */
    private static final class Shelf {

        private static final int NUMBERS = 3;

        private long[] numbers = {};
        private int used;

        private void add(long most, long least, long version) {
            if (used == numbers.length) {
                numbers = Arrays.copyOf(numbers, used + used / 4 / NUMBERS * NUMBERS + 4 * NUMBERS);
            }
            numbers[used++] = most;
            numbers[used++] = least;
            numbers[used++] = version;
        }

        private Stream<Line> unsorted() {
            return IntStream.range(0, used / NUMBERS).map(line -> line * NUMBERS)
                    .mapToObj(at -> new Line(numbers[at], numbers[at + 1], numbers[at + 2]));
        }

        private long length() {
            return unsorted().mapToLong(line -> ID_CHARACTERS + Long.toString(line.version()).length() + MARKS).sum();
        }

        private byte[] lines() {
            StringBuilder text = new StringBuilder();
            unsorted().sorted()
                    .forEach(line -> text.append(new UUID(line.most(), line.least())).append(':').append(line.version())
                            .append('\n'));
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Adds a record; each only once. */
    public void add(UUID id, long version) {
        long most = id.getMostSignificantBits();
        shelves[(int) (most >>> FIRST_BYTE)].add(most, id.getLeastSignificantBits(), version);
        size++;
    }

    public int size() {
        return size;
    }

    /** The list as it is kept, once nothing more is added to it. Takes a while. */
    public LongContent content() {
        RunningDigest digest = new RunningDigest();
        pieces().forEach(digest::add);
        return new Written(digest.value(), Arrays.stream(shelves).mapToLong(Shelf::length).sum(), pieces());
    }

    private record Written(String digest, long length, Iterable<byte[]> pieces) implements LongContent {
    }

    private Iterable<byte[]> pieces() {
        return () -> Arrays.stream(shelves).filter(shelf -> shelf.used > 0).map(Shelf::lines).iterator();
    }
}
