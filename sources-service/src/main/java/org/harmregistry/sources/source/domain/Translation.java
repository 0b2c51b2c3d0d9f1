package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * That a text is a translation, and how it was made. A text without it is an original.
 *
 * @param of digest of the text that was translated, one of the same source; absent if the source does not have it
 * @param by who translated it
 */
public record Translation(String of, Translator by) {

    public Translation {
        Texts.formed(of, "sha-256:[0-9a-f]{64}", "/of", "A digest is written sha-256: and 64 hexadecimal digits.");
        if (by == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/by", "Say whether a machine or a person translated it.");
        }
    }
}
