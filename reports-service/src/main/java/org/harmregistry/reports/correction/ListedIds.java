package org.harmregistry.reports.correction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.http.RecordAddress;

/**
 * Reads the ids of a frozen list of lines {@code id:version} while the list comes in pieces: it may have a million lines, and
 * one piece is held at once. A line may lie in two of them.
 */
final class ListedIds {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The ids of the lines that end in this piece. */
    List<UUID> in(byte[] piece) {
        List<UUID> ids = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < piece.length; at++) {
            if (piece[at] == '\n') {
                line.write(piece, from, at - from);
                from = at + 1;
                add(ids);
            }
        }
        line.write(piece, from, piece.length - from);
        return ids;
    }

    private void add(List<UUID> ids) {
        String text = line.toString(StandardCharsets.US_ASCII);
        line.reset();
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        if (RecordAddress.isId(id)) {
            ids.add(UUID.fromString(id));
        }
    }
}
