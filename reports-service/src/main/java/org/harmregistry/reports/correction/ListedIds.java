package org.harmregistry.reports.correction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.harmregistry.kit.http.RecordAddress;

/**
 * The ids of a frozen list of lines {@code id:version}, in parts: a list may have a million lines, and one part is held at
 * once.
 */
final class ListedIds implements Iterable<List<UUID>> {

    private static final int PART = 10_000;

    private final byte[] lines;

    ListedIds(byte[] lines) {
        this.lines = lines;
    }

    @Override
    public Iterator<List<UUID>> iterator() {
        return new Iterator<>() {
            private int position;

            @Override
            public boolean hasNext() {
                return position < lines.length;
            }

            @Override
            public List<UUID> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                List<UUID> part = new ArrayList<>();
                while (hasNext() && part.size() < PART) {
                    String id = line();
                    if (RecordAddress.isId(id)) {
                        part.add(UUID.fromString(id));
                    }
                }
                return part;
            }

            private String line() {
                int end = position;
                while (end < lines.length && lines[end] != '\n') {
                    end++;
                }
                String line = new String(lines, position, end - position, StandardCharsets.US_ASCII);
                position = end + 1;
                int colon = line.indexOf(':');
                return colon < 0 ? line : line.substring(0, colon);
            }
        };
    }
}
