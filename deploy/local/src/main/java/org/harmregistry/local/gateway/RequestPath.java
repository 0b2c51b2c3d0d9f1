package org.harmregistry.local.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a request target, if every server behind the gateway is sure to read it the same way. */
final class RequestPath {

    /** Separators that some servers cut a path at and others do not, raw or encoded; controls; broken escapes. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[;\\\\\\p{Cntrl} ]|%3b|%2f|%5c|%[01]|%7f|%(?![0-9a-f]{2})");
    private static final Pattern EMPTY_OR_DOT_SEGMENT = Pattern.compile("//|/\\.{1,2}(/|$)");

    /** Letters, digits and {@code - . _ ~}: encoded they mean the same (RFC 3986, 2.3), and would hide a word from a route. */
    private static final Pattern NEEDLESSLY_ENCODED = Pattern.compile("%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])",
            Pattern.CASE_INSENSITIVE);

    private RequestPath() {
    }

    /** The path without its query, needless encodings taken off; empty if it is ambiguous. */
    static Optional<String> of(String target) {
        if (target == null || !target.startsWith("/")) {
            return Optional.empty();
        }
        String path = NEEDLESSLY_ENCODED.matcher(target.split("[?#]", 2)[0]).replaceAll(RequestPath::decode);
        boolean ambiguous = AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find()
                || EMPTY_OR_DOT_SEGMENT.matcher(path).find();
        return ambiguous ? Optional.empty() : Optional.of(path);
    }

    private static String decode(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
