package org.harmregistry.sources.source.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.harmregistry.sources.archive.ArchivedText;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * A source's content as it is kept, and where in it the words of its texts belong. They are put between what is written: to
 * take the whole apart and to write it again cost a tenth of a read.
 */
public final class OpenedContent {

    private static final JsonFactory JSON = new JsonFactory();

    /** @param end where the JSON object of the text ends, a character before its brace */
    private record Place(String digest, int end) {
    }

    private final String written;
    private final List<Place> places;

    private OpenedContent(String written, List<Place> places) {
        this.written = written;
        this.places = places;
    }

    /** @param written a JSON object that the registry has written itself */
    static OpenedContent of(String written) {
        List<Place> places = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(written)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean texts = parser.currentName().equals("texts");
                if (parser.nextToken() == JsonToken.START_ARRAY && texts) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        places.add(place(parser));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new OpenedContent(written, places);
    }

    private static Place place(JsonParser parser) throws IOException {
        String digest = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals("digest");
            parser.nextToken();
            if (named) {
                digest = parser.getText();
            }
            parser.skipChildren();
        }
        return new Place(digest, (int) parser.currentTokenLocation().getCharOffset());
    }

    /** What its texts are known by in the archive. */
    public Set<String> digests() {
        Set<String> digests = new HashSet<>();
        places.forEach(place -> digests.add(place.digest()));
        return digests;
    }

    /** The content as JSON with the words of its texts, as far as the archive has them. */
    public String withWords(Map<String, ArchivedText> words) {
        StringBuilder json = new StringBuilder(written.length() + words.values().stream()
                .mapToInt(archived -> archived.text() == null ? 50 : archived.text().length() + 50).sum());
        int from = 0;
        for (Place place : places) {
            json.append(written, from, place.end());
            append(words.get(place.digest()), json);
            from = place.end();
        }
        return json.append(written, from, written.length()).toString();
    }

    private static void append(ArchivedText archived, StringBuilder json) {
        if (archived != null && archived.text() != null) {
            json.append(",\"text\":\"");
            quote(archived.text(), json);
            json.append('"');
        }
        if (archived != null && archived.integrity() != null) {
            json.append(",\"integrity\":\"").append(archived.integrity().word()).append('"');
        }
    }

    /** What needs no quoting, and that is nearly all of a text, goes over in one piece. */
    private static void quote(String text, StringBuilder json) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, from, i).append(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c)));
                from = i + 1;
            }
        }
        json.append(text, from, text.length());
    }
}
