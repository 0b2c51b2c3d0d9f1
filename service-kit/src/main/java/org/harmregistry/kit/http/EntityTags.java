package org.harmregistry.kit.http;

import java.util.Arrays;
import java.util.stream.Stream;

import org.harmregistry.kit.json.CanonicalJson;

/** Strong entity tags (RFC 9110, 8.8.3): a record's version and the name of the view it is shown in, never the token. */
public final class EntityTags {

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

    /** True if a header {@code If-Match} names the tag; {@code *} names every tag. */
    static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::trim).anyMatch(named -> named.equals("*") || named.equals(tag));
    }

    /**
     * The same of a header {@code If-None-Match}, by the weak comparison (RFC 9110, 8.8.3.2): who compresses an answer on
     * its way makes its tag weak.
     */
    static boolean namesWeakly(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::trim)
                .anyMatch(named -> named.equals("*") || opaque(named).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
