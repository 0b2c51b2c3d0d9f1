package org.harmregistry.reports.edition.api;

import java.util.Arrays;
import java.util.List;

/** What a client prefers (RFC 7240). What is not known here is left aside, as that standard asks. */
final class Preference {

    static final String RESPOND_ASYNC = "respond-async";
    static final String APPLIED = "Preference-Applied";

    private static final String QUOTED = "\"(\\\\.|[^\"\\\\])*\"";

    private Preference() {
    }

    /** True if the client would rather be told where to look than wait. */
    static boolean asksForAsynchrony(List<String> headers) {
        return headers.stream().map(header -> header.replaceAll(QUOTED, ""))
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip())
                .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }
}
