package org.harmregistry.kit.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.erdtman.jcs.NumberToJSON;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes JSON trees as RFC 8785 says: for each row of an import, where reading a text once more would take most of the time.
 */
final class CanonicalTree {

    private static final long MOST_EXACT = 1L << 53;

    private CanonicalTree() {
    }

    static String written(JsonNode tree) {
        StringBuilder out = new StringBuilder(512);
        write(tree, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> text(node.textValue(), out);
            case NUMBER -> number(node, out);
            case BOOLEAN, NULL -> out.append(node.asText());
            default -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        out.append('{');
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.size());
        node.fields().forEachRemaining(members::add);
        // Java orders texts by UTF-16 code units, as RFC 8785, 3.2.3 asks.
        members.sort(Map.Entry.comparingByKey());
        String comma = "";
        for (Map.Entry<String, JsonNode> member : members) {
            out.append(comma);
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = node.elements(); items.hasNext();) {
            write(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void number(JsonNode node, StringBuilder out) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() <= MOST_EXACT
                && node.longValue() >= -MOST_EXACT) {
            out.append(node.longValue());
            return;
        }
        try {
            out.append(NumberToJSON.serializeNumber(Double.parseDouble(node.asText())));
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** Most texts have nothing to escape and are appended whole. */
    private static void text(String text, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                out.append(text, written, i);
                escaped(character, out);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void escaped(char character, StringBuilder out) {
        switch (character) {
            case '"', '\\' -> out.append('\\').append(character);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(character < 16 ? '0' : '1').append(Character.forDigit(character % 16, 16));
        }
    }
}
