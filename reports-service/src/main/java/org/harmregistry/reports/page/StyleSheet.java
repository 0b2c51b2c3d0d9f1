package org.harmregistry.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

/** The style sheet; it is set into each page, so that an edition's file looks the same for ever. */
@ApplicationScoped
public class StyleSheet {

    private final String text;

    public StyleSheet() {
        try (InputStream file = StyleSheet.class.getResourceAsStream("/style/report.css")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }
}
