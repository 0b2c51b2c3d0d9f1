package org.harmregistry.incidents.exchange;

import java.util.Iterator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether two contents say the same. What is empty says as little as what is absent, and in CSV the two look alike. */
public final class SameSaid {

    private SameSaid() {
    }

    public static boolean of(JsonNode one, JsonNode other) {
        return one.equals(other) || withoutEmpty(one.deepCopy()).equals(withoutEmpty(other.deepCopy()));
    }

    private static JsonNode withoutEmpty(JsonNode node) {
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            for (Iterator<JsonNode> members = node.elements(); members.hasNext();) {
                JsonNode member = withoutEmpty(members.next());
                if (node.isObject() && isEmpty(member)) {
                    members.remove();
                }
            }
        }
        return node;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isContainerNode() && node.isEmpty() || node.isTextual() && node.textValue().isEmpty();
    }
}
