package org.harmregistry.local.loader.ucdp;

import java.util.regex.Pattern;

/**
 * What counts as the digest of a whole day's dead; a part of rule {@code headline-names-coalition-1}.
 * <p>
 * A headline is a digest when, in capitals or not,
 * <ol>
 * <li>it gives a number and later the words "killed yesterday", "died yesterday" or "dead yesterday" ("107 were killed
 * yesterday including …", "… leave 94 dead yesterday, including …"), or</li>
 * <li>it begins with a number and speaks of "different areas of Syria since morning": the same sum, not yet a whole day
 * old.</li>
 * </ol>
 * A count of the last hours at one place, or of a month, is no day's digest.
 */
final class DayDigest {

    private static final Pattern YESTERDAY = Pattern.compile("\\d.*\\b(killed|died|dead) yesterday\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE_MORNING = Pattern.compile("^\\d.*\\bdifferent areas of Syria since morning\\b",
            Pattern.CASE_INSENSITIVE);

    private DayDigest() {
    }

    static boolean is(String headline) {
        return YESTERDAY.matcher(headline).find() || SINCE_MORNING.matcher(headline).find();
    }
}
