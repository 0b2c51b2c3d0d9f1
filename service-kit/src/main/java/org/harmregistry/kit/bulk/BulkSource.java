package org.harmregistry.kit.bulk;

import java.io.IOException;

/** Gives the rows of a body one by one, whatever the format, and holds no more than one. */
interface BulkSource {

    int MAX_ROW_BYTES = 65_536;

    /** The next row as JSON, or why it can be none; {@code null} at the end. */
    BulkLine next() throws IOException;
}
