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

    private final BodyChunk chunk;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
    private long number;
    private boolean tooLong;

    BulkLines(InputStream body) {
        this.chunk = new BodyChunk(body);
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
        boolean ended = false;
        while (!ended && chunk.hasMore()) {
            any = true;
            int from = chunk.position();
            while (!ended && chunk.hasNext()) {
                ended = chunk.next() == '\n';
            }
            keep(from, ended ? chunk.position() - 1 : chunk.position());
        }
        if (any) {
            number++;
        }
        return any;
    }

    private void keep(int from, int to) {
        tooLong |= line.size() + to - from > MAX_ROW_BYTES;
        if (!tooLong) {
            line.write(chunk.bytes(), from, to - from);
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
