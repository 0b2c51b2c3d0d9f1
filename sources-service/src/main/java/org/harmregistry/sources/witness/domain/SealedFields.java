package org.harmregistry.sources.witness.domain;

import java.util.Map;

/**
 * The sealed texts of an identity by field; all fields are there, also those of which nothing is known, so that their absence
 * tells nothing.
 */
record SealedFields(Map<String, String> byField) {

    static final SealedFields NONE = new SealedFields(Map.of());
}
