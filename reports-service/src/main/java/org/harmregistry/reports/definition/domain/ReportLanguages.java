package org.harmregistry.reports.definition.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.wording.Languages;

/** The rules for the languages of a report. */
final class ReportLanguages {

    private static final int MAX_TITLE = 300;

    private ReportLanguages() {
    }

    static void check(List<String> languages, Map<String, String> titles) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i) == null || !Languages.available().contains(languages.get(i))) {
                throw Failure.at(DefinitionFailure.LANGUAGE_NOT_AVAILABLE, "/languages/" + i,
                        "Available: " + String.join(", ", Languages.available()) + ".");
            }
            if (!before.add(languages.get(i))) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/languages/" + i, "This language is listed twice.");
            }
        }
        if (titles != null) {
            titles.forEach((language, title) -> check(languages, language, title));
        }
    }

    private static void check(List<String> languages, String language, String title) {
        if (!languages.contains(language)) {
            throw Failure.at(DefinitionFailure.LANGUAGE_NOT_AVAILABLE, "/titles", "A title stands for one of the languages.");
        }
        if (title == null || title.isBlank() || title.length() > MAX_TITLE) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/titles/" + language,
                    "A title has 1 to " + MAX_TITLE + " characters.");
        }
    }
}
