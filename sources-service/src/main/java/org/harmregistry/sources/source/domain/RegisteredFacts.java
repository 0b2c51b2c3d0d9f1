package org.harmregistry.sources.source.domain;

import java.util.List;

/**
 * What the registry adds to a source's content.
 *
 * @param canonicalKey the same for all records of one publication; {@code null} where the source says too little
 * @param dataQuality what the registry found odd
 */
record RegisteredFacts(String canonicalKey, List<Finding> dataQuality) {

    static RegisteredFacts of(SourceContent content) {
        return new RegisteredFacts(content.canonicalKey(), content.findings());
    }
}
