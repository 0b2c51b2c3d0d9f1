package org.harmregistry.kit.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.harmregistry.kit.json.CanonicalJson;

/** Strong entity tags (RFC 9110, 8.8.3): a record's version and the name of the view it is shown in, never the token. */
public final class EntityTags {

    private static final Pattern WEAK = Pattern.compile("(^|,\\s*)W/(?=\")");

    private EntityTags() {
    }

    /** The tag of one record in one view, in quotes. */
    public static String of(long version, String view) {
        return "\"" + version + "." + view + "\"";
    }

    /** The tag of a list: the digest of its items' ids and versions, in quotes. */
    public static String ofList(Stream<String> idsAndVersions) {
        StringBuilder lines = new StringBuilder();
        idsAndVersions.forEach(line -> lines.append(line).append('\n'));
        return "\"" + CanonicalJson.digestOfText(lines.toString()).substring("sha-256:".length(), "sha-256:".length() + 32)
                + "\"";
    }

    /** True if a header {@code If-Match} or {@code If-None-Match} names the tag; {@code *} names every tag. */
    static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::trim).anyMatch(named -> named.equals("*") || named.equals(tag));
    }

    /**
     * The weak comparison: a tag that was weakened on the way, as by whoever compressed the answer, still names the content.
     */
    static boolean namesWeakly(String header, String tag) {
        return names(WEAK.matcher(header).replaceAll("$1"), WEAK.matcher(tag).replaceAll("$1"));
    }
}
