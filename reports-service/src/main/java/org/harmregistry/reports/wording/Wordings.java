package org.harmregistry.reports.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** The wordings that there are: a language is added by adding {@code texts/<language>.properties}. */
@ApplicationScoped
public class Wordings {

    public static final String DEFAULT = "en";

    private final Map<String, Wording> read = new ConcurrentHashMap<>();

    public Wording in(String language) {
        return read.computeIfAbsent(language, Wordings::read);
    }

    private static Wording read(String language) {
        Properties texts = new Properties();
        try (InputStream file = Wordings.class.getResourceAsStream("/texts/" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no texts in " + language);
            }
            try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(Locale.forLanguageTag(language), texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, texts::getProperty)));
    }
}
