package org.harmregistry.acceptance.cluster;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody's knowledge of what documents of a kind may hold. */
interface KindCheck {

    /** Whether the document's kind is known here. */
    boolean knows(JsonNode document);

    /** What is wrong with documents of kinds that are known, each by the document's kind and name, and the place in it. */
    List<String> faults(Manifests manifests) throws Exception;

    static String kind(JsonNode document) {
        return document.path("apiVersion").asText() + "/" + document.path("kind").asText();
    }
}
