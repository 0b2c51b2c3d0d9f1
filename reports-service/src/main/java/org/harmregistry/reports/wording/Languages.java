package org.harmregistry.reports.wording;

import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The languages in which reports can be written: those that have a file {@code texts/<language>.properties}, named by their ISO
 * 639 code. Adding a file adds the language.
 */
public final class Languages {

    public static final String DEFAULT = "en";

    // A class path cannot be listed in every packaging, but it can be asked for each language that there is.
    private static final List<String> AVAILABLE = Stream.concat(Stream.of(DEFAULT), Arrays.stream(Locale.getISOLanguages())
            .filter(language -> !language.equals(DEFAULT) && file(language) != null).sorted()).toList();

    private Languages() {
    }

    /** The default language first, the others by their codes. */
    public static List<String> available() {
        return AVAILABLE;
    }

    static URL file(String language) {
        return Languages.class.getResource("/texts/" + language + ".properties");
    }
}
