package org.harmregistry.reports.edition.api;

import java.util.Arrays;
import java.util.List;

/** What a client prefers (RFC 7240). What is not known here is left aside, as that standard asks. */
final class Preference {

    static final String RESPOND_ASYNC = "respond-async";
    static final String APPLIED = "Preference-Applied";

    private Preference() {
    }

    /**
     * True if the client would rather be told where to look than wait.
     *
     * @param headers the values of all headers {@code Prefer} as they came
     */
    static boolean asksForAsynchrony(List<String> headers) {
        return headers.stream().map(Preference::withoutQuotedTexts)
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip())
                .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }

    /** A quoted text may hold what separates preferences. */
    private static String withoutQuotedTexts(String header) {
        StringBuilder left = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char next = header.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (quoted && next == '\\') {
                i++;
            } else if (!quoted) {
                left.append(next);
            }
        }
        return left.toString();
    }
}
