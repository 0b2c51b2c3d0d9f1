package org.harmregistry.reports.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.UUID;

import org.harmregistry.kit.json.DigestOfPieces;
import org.harmregistry.reports.archive.LongContent;

/**
 * A list of records and their versions in the one form over which its digest is taken: lines {@code id:version}, sorted by id.
 * A list may have a million lines: it holds 24 bytes of each in sorted runs, which are merged while the list is written.
 */
public final class RecordList {

    private static final int RUN = 4_096;
    private static final int PIECE = 4_096;
    private static final int ID_CHARACTERS = 36;
    /** The colon, and the end of the line. */
    private static final int MARKS = 2;

    private final List<Run> runs = new ArrayList<>();
    private final List<Line> unsorted = new ArrayList<>();
    private int size;
    private long length;

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

    /** Sorted lines as numbers: as objects they would take twice the room. */
    private static final class Run {

        private static final int NUMBERS = 3;

        private final long[] numbers;

        private Run(List<Line> sorted) {
            numbers = new long[sorted.size() * NUMBERS];
            for (int i = 0; i < sorted.size(); i++) {
                numbers[i * NUMBERS] = sorted.get(i).most();
                numbers[i * NUMBERS + 1] = sorted.get(i).least();
                numbers[i * NUMBERS + 2] = sorted.get(i).version();
            }
        }

        private Line line(int number) {
            int at = number * NUMBERS;
            return at == numbers.length ? null : new Line(numbers[at], numbers[at + 1], numbers[at + 2]);
        }
    }

    /** The first line of a run that is not written yet. */
    private record Head(Line line, Run run, int number) implements Comparable<Head> {

        private static void put(PriorityQueue<Head> heads, Run run, int number) {
            Line line = run.line(number);
            if (line != null) {
                heads.add(new Head(line, run, number));
            }
        }

        @Override
        public int compareTo(Head other) {
            return line.compareTo(other.line);
        }
    }

    /** Adds a record; each only once. */
    public void add(UUID id, long version) {
        unsorted.add(new Line(id.getMostSignificantBits(), id.getLeastSignificantBits(), version));
        size++;
        length += ID_CHARACTERS + Long.toString(version).length() + MARKS;
        if (unsorted.size() == RUN) {
            endRun();
        }
    }

    private void endRun() {
        Collections.sort(unsorted);
        runs.add(new Run(unsorted));
        unsorted.clear();
    }

    public int size() {
        return size;
    }

    /** The list as it is kept, once nothing more is added to it. Takes a while. */
    public LongContent content() {
        endRun();
        DigestOfPieces digest = new DigestOfPieces();
        Iterable<byte[]> pieces = () -> new Merge(runs);
        pieces.forEach(digest::add);
        return new Written(digest.value(), length, pieces);
    }

    private record Written(String digest, long length, Iterable<byte[]> pieces) implements LongContent {
    }

    /** Writes the lines of all runs in their order, some thousand at a time. */
    private static final class Merge implements Iterator<byte[]> {

        private final PriorityQueue<Head> heads = new PriorityQueue<>();

        private Merge(List<Run> runs) {
            runs.forEach(run -> Head.put(heads, run, 0));
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public byte[] next() {
            if (heads.isEmpty()) {
                throw new NoSuchElementException();
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < PIECE && !heads.isEmpty(); i++) {
                Head head = heads.remove();
                text.append(new UUID(head.line().most(), head.line().least())).append(':').append(head.line().version())
                        .append('\n');
                Head.put(heads, head.run(), head.number() + 1);
            }
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
