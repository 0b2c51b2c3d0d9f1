package org.harmregistry.reports.edition.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.reports.figure.Figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One figure that differs from the edition before.
 *
 * @param key the figure
 * @param label what it is
 * @param before its value, range or words before; absent for a new one
 * @param now the same now; absent for one that is no longer there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureChange(String key, String label, String before, String now) {

    /** The same change, its figure called as it is among others in another language. */
    FigureChange in(List<Figure> figures) {
        return figures.stream().filter(figure -> figure.key().equals(key)).findFirst()
                .map(figure -> new FigureChange(key, figure.label(), before, now)).orElse(this);
    }

    /** What differs between two editions' figures, in the order of the newer one. */
    static List<FigureChange> between(JsonReading json, String before, String now) {
        Map<String, JsonNode> old = byKey(json, before);
        List<FigureChange> changes = new ArrayList<>();
        byKey(json, now).forEach((key, figure) -> {
            JsonNode earlier = old.remove(key);
            String said = earlier == null ? null : said(earlier);
            if (!said(figure).equals(said)) {
                changes.add(new FigureChange(key, figure.path("label").asText(), said, said(figure)));
            }
        });
        old.forEach((key, figure) -> changes.add(new FigureChange(key, figure.path("label").asText(), said(figure), null)));
        return changes;
    }

    private static Map<String, JsonNode> byKey(JsonReading json, String figures) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        json.read(figures.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                .forEach(figure -> found.put(figure.path("key").asText(), figure));
        return found;
    }

    /** A number, a range whose open end is a question mark, a data set's three estimates, or words. */
    private static String said(JsonNode figure) {
        if (figure.has("value")) {
            return figure.get("value").asText();
        }
        if (figure.has("min") || figure.has("max")) {
            return figure.path("min").asText("?") + "–" + figure.path("max").asText("?");
        }
        JsonNode published = figure.path("asPublished");
        return published.isObject()
                ? published.path("low").asText("?") + " / " + published.path("best").asText("?") + " / "
                        + published.path("high").asText("?")
                : figure.path("words").asText("");
    }
}
