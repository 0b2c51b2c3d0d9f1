package org.harmregistry.kit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Finds the values in which two states of a record differ; arrays are compared whole, and null is no value. */
final class ValueChanges {

    /** Differ in every revision, and stand beside the changes. */
    private static final Set<String> COUNTED = Set.of("/version", "/updatedAt");

    private final List<ValueChange> found = new ArrayList<>();

    private ValueChanges() {
    }

    /**
     * The differences, in the order of the members.
     *
     * @param before the earlier state; {@code null} for none
     */
    static List<ValueChange> between(JsonNode before, JsonNode after) {
        ValueChanges changes = new ValueChanges();
        changes.compare("", before == null ? MissingNode.getInstance() : before, after);
        return List.copyOf(changes.found);
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        boolean wasNothing = isNothing(before);
        boolean isNothing = isNothing(after);
        if (COUNTED.contains(pointer) || wasNothing && isNothing || before.equals(after)) {
            return;
        }
        if ((wasNothing || before.isObject()) && (isNothing || after.isObject())) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), before.path(name),
                    after.path(name)));
        } else {
            found.add(new ValueChange(pointer, wasNothing ? null : before, isNothing ? null : after));
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
