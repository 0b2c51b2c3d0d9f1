package org.harmregistry.reports.template.casualties;

import java.util.stream.Stream;

import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.wording.Wording;

/** Writes what became of an identity of a party's account. */
final class IdentityWords {

    private static final String MISSING = "?";

    private final Wording wording;

    IdentityWords(Wording wording) {
        this.wording = wording;
    }

    String result(Tally.Identity identity) {
        if (identity.holds() == null) {
            return wording.text("identity.not_computable");
        }
        return wording.text(identity.holds() ? "identity.holds" : "identity.fails");
    }

    /** The identity with its numbers; a number that was not published stays a question mark. */
    String numbers(String key, Long... numbers) {
        return wording.text(key, Stream.of(numbers).map(number -> number == null ? MISSING : number).toArray());
    }
}
