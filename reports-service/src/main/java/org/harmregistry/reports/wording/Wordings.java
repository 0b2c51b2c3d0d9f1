package org.harmregistry.reports.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

/**
 * The wordings that there are, all read at the start: the service does not start with a file of texts that lacks a key or has a
 * fault.
 */
@Startup
@ApplicationScoped
public class Wordings {

    public static final String DEFAULT = Languages.DEFAULT;

    private final Map<String, Wording> byLanguage = new LinkedHashMap<>();

    public Wordings() {
        TextFile original = file(DEFAULT);
        for (String language : Languages.available()) {
            // Digits are the ones of the data, so that a figure reads the same in every language and can be searched for.
            byLanguage.put(language, new Wording(Locale.forLanguageTag(language + "-u-nu-latn"),
                    file(language).requireSame(original).texts()));
        }
    }

    /**
     * @throws IllegalStateException if there is no file of texts in the language
     */
    public Wording in(String language) {
        Wording wording = byLanguage.get(language);
        if (wording == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return wording;
    }

    public List<String> languages() {
        return List.copyOf(byLanguage.keySet());
    }

    private static TextFile file(String language) {
        try (Reader reader = new InputStreamReader(Languages.file(language).openStream(), StandardCharsets.UTF_8)) {
            return TextFile.read("texts/" + language + ".properties", reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
