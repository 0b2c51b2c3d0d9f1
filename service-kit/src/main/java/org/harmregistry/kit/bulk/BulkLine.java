package org.harmregistry.kit.bulk;

import org.harmregistry.kit.problem.Failure;

/**
 * One line of an import's body.
 *
 * @param number counted from 1, blank lines included
 * @param content the line without its end; empty if it has a flaw
 * @param flaw why the line cannot be a row at all; {@code null} if it can
 */
record BulkLine(long number, byte[] content, Failure flaw) {
}
