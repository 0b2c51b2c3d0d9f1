package org.harmregistry.kit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Splits a CSV into records with flat memory: a line end inside quotes does not end one, and what is longer than a row
 * may be is skipped, not kept.
 */
final class CsvRecords {

    private enum At {
        CELL_START,
        CELL,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final BodyChunk chunk;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(4_096);
    private long lines;
    private At at = At.CELL_START;
    private boolean tooLong;

    CsvRecords(InputStream body) {
        this.chunk = new BodyChunk(body);
    }

    /** The next record that is not blank, without its line end; {@code null} at the end. */
    BulkLine next() throws IOException {
        while (true) {
            long begins = lines + 1;
            if (!readRecord()) {
                return null;
            }
            if (tooLong) {
                return new BulkLine(begins, new byte[0],
                        Failure.at(CommonFailure.BODY_TOO_LARGE, "", "A row has at most 64 KiB."));
            }
            byte[] content = content();
            if (content.length > 0) {
                return new BulkLine(begins, content, null);
            }
        }
    }

    private boolean readRecord() throws IOException {
        record.reset();
        tooLong = false;
        at = At.CELL_START;
        boolean any = false;
        while (chunk.hasMore()) {
            any = true;
            int from = chunk.position();
            boolean ended = readUntilEnd();
            keep(from, ended ? chunk.position() - 1 : chunk.position());
            if (ended) {
                return true;
            }
        }
        lines += any ? 1 : 0;
        return any;
    }

    /** Goes on in the chunk behind the line end that ends the record, or to the chunk's end. */
    private boolean readUntilEnd() {
        while (chunk.hasNext()) {
            byte b = chunk.next();
            if (b == '\n') {
                lines++;
                if (at != At.QUOTED) {
                    return true;
                }
            }
            at = after(b);
        }
        return false;
    }

    private At after(byte b) {
        return switch (at) {
            case QUOTED -> b == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
            case QUOTE_IN_QUOTED -> b == '"' ? At.QUOTED : b == ',' ? At.CELL_START : At.CELL;
            case CELL_START -> b == '"' ? At.QUOTED : b == ',' ? At.CELL_START : At.CELL;
            case CELL -> b == ',' ? At.CELL_START : At.CELL;
        };
    }

    private void keep(int from, int to) {
        tooLong |= record.size() + to - from > BulkSource.MAX_ROW_BYTES;
        if (!tooLong) {
            record.write(chunk.bytes(), from, to - from);
        }
    }

    private byte[] content() {
        byte[] content = record.toByteArray();
        boolean carriageReturn = content.length > 0 && content[content.length - 1] == '\r' && at != At.QUOTED;
        return carriageReturn ? Arrays.copyOf(content, content.length - 1) : content;
    }
}
