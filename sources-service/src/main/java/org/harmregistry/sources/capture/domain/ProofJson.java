package org.harmregistry.sources.capture.domain;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON that lies in captures: never deeper or longer than is borne, and no member twice. */
final class ProofJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(1 << 20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();

    private ProofJson() {
    }

    static JsonNode read(byte[] json) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        return tree == null ? MAPPER.nullNode() : tree;
    }
}
