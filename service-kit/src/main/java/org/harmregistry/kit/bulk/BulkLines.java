package org.harmregistry.kit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Splits a body into lines with flat memory: what is longer than a row may be is skipped, not kept. */
final class BulkLines implements BulkSource {

    private final InputStream body;
    private final byte[] chunk = new byte[16_384];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
    private int at;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean first = true;

    BulkLines(InputStream body) {
        this.body = body;
    }

    /** The next line that is not blank, or {@code null} at the end. */
    @Override
    public BulkLine next() throws IOException {
        while (readLine()) {
            BulkLine read = checked();
            if (read.flaw() != null || !isBlank(read.content())) {
                return read;
            }
        }
        return null;
    }

    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            keep(from);
            if (at < end) {
                at++;
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, first ? body.readNBytes(chunk, 0, chunk.length) : body.read(chunk));
        if (first && ByteOrderMark.begins(chunk, end)) {
            at = ByteOrderMark.LENGTH;
        }
        first = false;
        return end > at;
    }

    private void keep(int from) {
        tooLong |= line.size() + at - from > MAX_ROW_BYTES;
        if (!tooLong) {
            line.write(chunk, from, at - from);
        }
    }

    private BulkLine checked() {
        if (tooLong) {
            return flawed(Failure.at(CommonFailure.BODY_TOO_LARGE, "", "A row has at most 64 KiB."));
        }
        byte[] content = line.toByteArray();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            return flawed(Failure.at(CommonFailure.INVALID_TEXT, "", "The row is not UTF-8."));
        }
        return new BulkLine(number, content, null);
    }

    private BulkLine flawed(Failure flaw) {
        return new BulkLine(number, new byte[0], flaw);
    }

    private static boolean isBlank(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
