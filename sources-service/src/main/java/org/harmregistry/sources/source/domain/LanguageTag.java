package org.harmregistry.sources.source.domain;

import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Language tags (BCP 47) in their short form: a language of two or three letters, perhaps with script or region. */
final class LanguageTag {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private LanguageTag() {
    }

    static void check(String tag, String pointer) {
        if (tag == null || !FORM.matcher(tag).matches()) {
            throw Failure.at(tag == null ? CommonFailure.MISSING_FIELD : CommonFailure.INVALID_VALUE, pointer,
                    "A language is named by its BCP 47 tag, such as en or ar.");
        }
    }
}
