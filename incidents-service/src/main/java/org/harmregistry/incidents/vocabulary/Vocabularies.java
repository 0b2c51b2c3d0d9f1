package org.harmregistry.incidents.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.http.EntityTags;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;

/** The vocabularies as they are shipped, one file each. Read once, at start. */
@Startup
@ApplicationScoped
public class Vocabularies {

    static final String FOLDER = "/vocabularies/";
    static final String NAMES = "names.txt";

    private final Map<String, Kept> all = new LinkedHashMap<>();

    /** A vocabulary and its entity tag, the digest of its file. */
    record Kept(Vocabulary vocabulary, String tag) {
    }

    public Vocabularies(ObjectMapper mapper) {
        try {
            for (String name : text(NAMES).lines().toList()) {
                String file = text(name + ".json");
                all.put(name, new Kept(mapper.readValue(file, Vocabulary.class), EntityTags.ofList(List.of(file).stream())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream file = Vocabularies.class.getResourceAsStream(FOLDER + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<Vocabulary> all() {
        return all.values().stream().map(Kept::vocabulary).toList();
    }

    Optional<Kept> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Tag of the whole list: it changes with each of them. */
    String tag() {
        return EntityTags.ofList(all.values().stream().map(Kept::tag));
    }
}
