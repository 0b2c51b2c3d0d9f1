package org.harmregistry.sources.capture.domain;

import java.io.IOException;

import org.harmregistry.sources.inspection.domain.Bytes;
import org.harmregistry.sources.inspection.domain.FileBytes;

/**
 * Whether a file carries a C2PA manifest: a JUMBF superbox of type {@code c2pa} (C2PA 2.1, 11.1) in a JPEG's APP11
 * segments, a PNG's {@code caBX} chunk or an ISO media file's {@code uuid} box. It is noted and not verified: a manifest
 * proves that what it states is bound to the file, not that it is true.
 */
public final class C2paPresence {

    private static final int PIECE = 1 << 20;
    private static final String TYPE = "jumdc2pa";
    private static final String BOX = "uuid\u00d8\u00fe\u00c3\u00d6\u001b\u000e\u0048\u003c\u0092\u0097\u0058\u0028\u0087\u007e\u00c4\u0081";

    private C2paPresence() {
    }

    /** The note; {@code null} if there is none. */
    public static CheckResult look(FileBytes file) throws IOException {
        for (long at = 0; at < file.length(); at += PIECE) {
            byte[] piece = file.read(Math.max(0, at - 32), PIECE + 32);
            if (Bytes.indexOf(piece, 0, TYPE) >= 0 || Bytes.indexOf(piece, 0, BOX) >= 0) {
                return CheckResult.notVerifiable(CheckKind.C2PA, "A C2PA manifest is present; it was not verified.");
            }
        }
        return null;
    }
}
