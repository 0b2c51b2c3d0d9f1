package org.harmregistry.reports.wording;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of texts, read strictly: what is wrong with it is found at the start and named, not on a page. */
final class TextFile {

    static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");

    private final String name;
    private final Map<String, String> texts;

    private TextFile(String name, Map<String, String> texts) {
        this.name = name;
        this.texts = Map.copyOf(texts);
    }

    /**
     * @param name how the file is called in what is said of it
     * @throws IllegalStateException if it is no file of properties, or has a key twice, an empty text or a brace without a
     *         place
     */
    static TextFile read(String name, Reader reader) {
        Map<String, String> texts = new HashMap<>();
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                check(name, texts, (String) key, (String) value);
                return texts.put((String) key, (String) value);
            }
        };
        try {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(name + ": it cannot be read: " + e.getMessage(), e);
        }
        if (!DIRECTIONS.contains(texts.getOrDefault("direction", ""))) {
            throw new IllegalStateException(name + ": the key direction is ltr or rtl.");
        }
        return new TextFile(name, texts);
    }

    private static void check(String name, Map<String, String> before, String key, String text) {
        if (before.containsKey(key)) {
            throw new IllegalStateException(name + ": the key " + key + " stands there twice.");
        }
        if (text.isBlank()) {
            throw new IllegalStateException(name + ": the key " + key + " has no text.");
        }
        String bare = PLACE.matcher(text).replaceAll("");
        if (bare.indexOf('{') >= 0 || bare.indexOf('}') >= 0) {
            throw new IllegalStateException(name + ": the text of " + key + " has a brace that is no place such as {0}.");
        }
    }

    /**
     * Refuses a translation that does not say the same: it has every key of the original, no other, and each text the same
     * places.
     */
    TextFile requireSame(TextFile original) {
        Set<String> missing = new TreeSet<>(original.texts.keySet());
        missing.removeAll(texts.keySet());
        Set<String> unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(original.texts.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(name + ": keys missing: " + missing + ", keys that " + original.name
                    + " does not have: " + unknown + ".");
        }
        Set<String> differing = texts.keySet().stream()
                .filter(key -> !places(texts.get(key)).equals(places(original.texts.get(key))))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!differing.isEmpty()) {
            throw new IllegalStateException(name + ": places other than in " + original.name + ": " + differing + ".");
        }
        return this;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    Map<String, String> texts() {
        return texts;
    }
}
