package org.harmregistry.local.loader.raqqa;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A source of the case, once the registry has given it an id.
 *
 * @param id null where it was refused: what leans on it then names its address alone
 */
public record CaseSource(String id, ObjectNode row) {

    public static final String SYSTEM = "case-raqqa";

    /** The row to import, made of an entry of the file. */
    public static ObjectNode row(JsonNode entry) {
        ObjectNode row = entry.deepCopy();
        String key = row.remove("key").asText();
        row.putArray("externalIds").addObject().put("system", SYSTEM).put("id", key);
        return row.put("dataset", "raqqa-case").put("status", "accepted").put("publication", "public");
    }

    /** The key that a row was made with. */
    public static String key(ObjectNode row) {
        return row.at("/externalIds/0/id").asText();
    }

    /** How a fact names it. */
    public Map<String, String> reference() {
        Map<String, String> reference = new LinkedHashMap<>();
        if (id != null) {
            reference.put("sourceId", id);
        }
        if (row.has("url")) {
            reference.put("url", row.get("url").asText());
        }
        reference.put("kind", row.path("kind").asText());
        return reference;
    }
}
