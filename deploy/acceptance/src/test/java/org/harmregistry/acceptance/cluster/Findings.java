package org.harmregistry.acceptance.cluster;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What was found wrong, each with the kind and the name of the document. */
final class Findings {

    private final List<String> found = new ArrayList<>();

    void require(boolean holds, JsonNode document, String otherwise) {
        if (!holds) {
            found.add(Manifests.name(document) + ": " + otherwise);
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
