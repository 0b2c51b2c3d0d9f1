package org.harmregistry.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The change feeds of the neighbours: one order for all, a cursor of epoch and position, and 410 once the epoch has changed.
 */
final class NeighbourFeeds {

    private record Entry(String collection, String id, String reason, Instant changedAt) {
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile int epoch;

    /** Adds a change as a test tells it, or begins anew. */
    void tell(Map<String, String> wanted) {
        if (wanted.containsKey("anew")) {
            epoch++;
            return;
        }
        entries.add(new Entry(wanted.get("collection"), wanted.get("id"), wanted.get("reason"), Instant.now()));
    }

    /** A page of a feed; {@code null} where the cursor is of another epoch. */
    ObjectNode read(String path, Map<String, String> parameters) {
        String collection = path.replaceAll("/changes$", "").replaceAll(".*/", "");
        String[] cursor = parameters.getOrDefault("after", epoch + "-0").split("-");
        if (Integer.parseInt(cursor[0]) != epoch) {
            return null;
        }
        int from = Integer.parseInt(cursor[1]);
        int to = Math.min(entries.size(), from + 3);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        entries.subList(from, to).stream().filter(entry -> entry.collection().equals(collection))
                .forEach(entry -> items.addObject()
                        .put("id", entry.id()).put("version", 9).put("kind", entry.reason() == null ? "changed" : "removed")
                        .put("tombstone", entry.reason() != null).put("reason", entry.reason())
                        .put("changedAt", entry.changedAt().toString()));
        page.putObject("page").put("size", items.size()).put("next", epoch + "-" + to).put("more", to < entries.size());
        return page;
    }
}
