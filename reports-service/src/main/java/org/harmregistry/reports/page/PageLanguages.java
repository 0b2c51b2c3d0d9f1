package org.harmregistry.reports.page;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

/** The language that a reader asks a page in, and the same page in the others. */
@ApplicationScoped
public class PageLanguages {

    private final Wordings wordings;
    private final StyleSheet style;

    public PageLanguages(Wordings wordings, StyleSheet style) {
        this.wordings = wordings;
        this.style = style;
    }

    /** @param language as it was asked for; {@code null} for the first language */
    Wording wording(String language) {
        return wording(language, Wordings.DEFAULT);
    }

    /**
     * @param language as it was asked for; {@code null} for the other one
     * @param otherwise what to read in if none was asked for
     */
    Wording wording(String language, String otherwise) {
        if (language != null && !wordings.languages().contains(language)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "language",
                    "Available: " + String.join(", ", wordings.languages()) + ".");
        }
        return wordings.in(language == null ? otherwise : language);
    }

    /**
     * What the address of a page ends with that there is in every language.
     *
     * @param asked its parameters but for the language
     */
    static String query(String language, Map<String, String> asked) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        if (!language.equals(Wordings.DEFAULT)) {
            parameters.put("language", language);
        }
        return Query.string(parameters);
    }

    /** A page that there is in every language, at one path. */
    Frame frame(Wording wording, String title, String path) {
        return frame(wording, title, path, Map.of());
    }

    /**
     * The same of one that answers a question.
     *
     * @param asked the parameters of its address but for the language
     */
    Frame frame(Wording wording, String title, String path, Map<String, String> asked) {
        return new Frame(wording, style.text(), title, wordings.languages().stream()
                .filter(language -> !language.equals(wording.language()))
                .map(language -> Frame.LanguageLink.of(wordings.in(language), path + query(language, asked)))
                .toList());
    }
}
