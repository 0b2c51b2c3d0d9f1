package org.harmregistry.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The style sheet; it is set into each page, so that an edition's file looks the same for ever. What editions never hold stands
 * apart.
 */
@ApplicationScoped
public class StyleSheet {

    private final String text = read("report");
    private final String forms = read("form");

    private static String read(String name) {
        try (InputStream file = StyleSheet.class.getResourceAsStream("/style/" + name + ".css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** The same for a page with a form to fill in. */
    public String withForms() {
        return text + forms;
    }
}
