package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.http.EntityTags;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * A source as one reader sees it.
 *
 * @param id the record
 * @param view as whom the reader sees it: {@code full}, {@code own} or {@code public}
 * @param content the JSON object of its content, as this reader may see it
 * @param facts the JSON object of what the registry adds to the content
 * @param standing where it stands
 * @param version the version that this reader sees
 * @param recordedAt when it was recorded, UTC
 * @param updatedAt when it was last changed, UTC
 * @param sortKey by what it stands where it does in a list, as text; {@code null} outside of lists
 */
public record ShownSource(UUID id, String view, String content, String facts, Standing standing, long version,
        Instant recordedAt, Instant updatedAt, String sortKey) {

    /** In PostgreSQL's writing; within a text of the content the quotes would be escaped. */
    private static final String NO_TEXTS = "\"texts\": []";

    /**
     * Where a source stands, in the words of the wire.
     *
     * @param restrictions {@code null} for who is not told of them
     */
    public record Standing(String status, String publication, String organisation, List<String> restrictions) {
    }

    public String tag() {
        return EntityTags.of(version, view);
    }

    /** False if the words of its texts are not needed to show it whole. */
    public boolean hasTexts() {
        return !content.contains(NO_TEXTS);
    }

    /** The content, to be filled with the words of its texts. */
    public OpenedContent opened() {
        return OpenedContent.of(content);
    }

    /** The whole record as JSON text, of texts the digests alone. */
    public String json(Instant asOf) {
        return json(content, asOf);
    }

    /** The same with another writing of the content. */
    public String json(String contentWritten, Instant asOf) {
        StringBuilder json = new StringBuilder(contentWritten.length() + facts.length() + 300);
        json.append("{\"id\":\"").append(id).append('"');
        appendMembers(json, facts);
        appendMembers(json, contentWritten);
        if (standing.restrictions() != null) {
            json.append(",\"restrictions\":[");
            standing.restrictions().forEach(each -> json.append(json.charAt(json.length() - 1) == '[' ? "\"" : ",\"")
                    .append(each).append('"'));
            json.append(']');
        }
        json.append(",\"status\":\"").append(standing.status()).append("\",\"publication\":\"").append(standing.publication())
                .append("\",\"organisation\":\"").append(JsonStringEncoder.getInstance().quoteAsString(standing.organisation()))
                .append("\",\"version\":").append(version).append(",\"recordedAt\":\"").append(recordedAt)
                .append("\",\"updatedAt\":\"").append(updatedAt).append('"');
        if (asOf != null) {
            json.append(",\"asOf\":\"").append(asOf).append('"');
        }
        return json.append('}').toString();
    }

    private static void appendMembers(StringBuilder json, String object) {
        int from = object.indexOf('{') + 1;
        int to = object.lastIndexOf('}');
        if (to > from) {
            json.append(',').append(object, from, to);
        }
    }
}
