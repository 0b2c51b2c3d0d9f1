package org.harmregistry.kit.json;

import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Iterator;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads request bodies strictly; whatever is wrong becomes a {@link Failure} with a JSON pointer. */
@ApplicationScoped
public class JsonReading {

    private final ObjectMapper mapper;
    private final ObjectReader stored;

    public JsonReading(ObjectMapper mapper) {
        this.mapper = mapper;
        this.stored = mapper.readerFor(ObjectNode.class)
                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }

    /**
     * Reads one value.
     *
     * @throws Failure 400 with the place and kind of the fault
     */
    public <T> T read(byte[] body, Class<T> type) {
        if (body == null || body.length == 0) {
            throw Failure.at(CommonFailure.INVALID_JSON, "", "The body is empty.");
        }
        if (isOtherwiseEncoded(body)) {
            throw Failure.at(CommonFailure.INVALID_JSON, "", "JSON is taken in UTF-8, without a byte order mark.");
        }
        try {
            T value = mapper.readValue(body, type);
            if (value == null) {
                throw Failure.at(CommonFailure.WRONG_TYPE, "", "null is not taken here.");
            }
            return value;
        } catch (IOException e) {
            throw failureOf(e);
        }
    }

    /**
     * True of UTF-16 and UTF-32, and of a byte order mark (RFC 8259, 8.1). The parser would guess them, and whoever takes the
     * digest of the body would read something else.
     */
    private static boolean isOtherwiseEncoded(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        int first = body[0] & 0xFF;
        return first == 0xEF || first >= 0xFE;
    }

    /** Reads a JSON object as a tree, as a merge patch (RFC 7396) needs it. */
    public JsonNode readObject(byte[] body) {
        JsonNode tree = read(body, JsonNode.class);
        if (!tree.isObject()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, "", "A JSON object is expected.");
        }
        Flaw flaw = flawIn(tree);
        if (flaw != null) {
            throw Failure.at(flaw.code(), flaw.at().toString(), flaw.why());
        }
        return tree;
    }

    /**
     * A JSON object that the registry has written itself: it was refused or found sound when it came; {@code null} for none.
     */
    public ObjectNode stored(String object) {
        try {
            return object == null ? null : stored.readValue(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Turns a tree into a value, as strictly as if it had been read. */
    public <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw failureOf(e);
        }
    }

    /** An object to be filled. */
    public ObjectNode emptyObject() {
        return mapper.createObjectNode();
    }

    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** A value as JSON text, without a tree between. */
    public String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with a value, and where in the one that holds it. */
    private record Flaw(FailureCode code, JsonPointer at, String why) {

        private Flaw below(JsonPointer step) {
            return new Flaw(code, step.append(at), why);
        }
    }

    /**
     * The first flaw. Its pointer is put together on the way out: one for each value of a sound body costs more than reading
     * it.
     */
    private static Flaw flawIn(JsonNode node) {
        if (node.isTextual()) {
            return flawIn(node.textValue());
        }
        // RFC 8785 gives a digest only to numbers that a double holds.
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            return new Flaw(CommonFailure.WRONG_TYPE, JsonPointer.empty(), "The number is too large.");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
            String name = names.next();
            Flaw ofName = flawIn(name);
            if (ofName != null) {
                return ofName;
            }
            Flaw flaw = flawIn(node.get(name));
            if (flaw != null) {
                return flaw.below(JsonPointer.empty().appendProperty(name));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Flaw flaw = flawIn(node.get(i));
            if (flaw != null) {
                return flaw.below(JsonPointer.empty().appendIndex(i));
            }
        }
        return null;
    }

    private static Flaw flawIn(String text) {
        String why = TextFlaw.of(text);
        return why == null ? null : new Flaw(CommonFailure.INVALID_TEXT, JsonPointer.empty(), why);
    }

    private static Failure failureOf(IOException e) {
        if (e instanceof JsonMappingException mapping) {
            Failure failure = failureIn(mapping);
            if (failure != null) {
                return failure;
            }
            String at = mapping.getCause() instanceof StreamReadException syntax ? syntaxPointer(syntax) : pointer(mapping);
            return Failure.at(codeOf(mapping), at, messageOf(mapping));
        }
        if (e instanceof JacksonException syntax) {
            boolean twice = syntax.getOriginalMessage() != null && syntax.getOriginalMessage().startsWith("Duplicate field");
            return Failure.at(twice ? CommonFailure.DUPLICATE_KEY : CommonFailure.INVALID_JSON, syntaxPointer(syntax),
                    twice ? "This member stands twice." : "The JSON breaks off or is malformed" + place(syntax) + ".");
        }
        return Failure.at(CommonFailure.INVALID_JSON, "", "The body cannot be read as JSON.");
    }

    /** Value types refuse bad input in their constructors; Jackson wraps what they throw, and knows where. */
    private static Failure failureIn(JsonMappingException mapping) {
        for (Throwable cause = mapping.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                String at = pointer(mapping);
                return failure.violations().isEmpty() ? Failure.at(failure.code(), at, failure.getMessage())
                        : failure.below(at);
            }
        }
        return null;
    }

    /** A number that is well-formed but too large for its field is of the wrong type, though the parser says so. */
    private static CommonFailure codeOf(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return CommonFailure.UNKNOWN_FIELD;
        }
        if (mapping instanceof InvalidTextException) {
            return CommonFailure.INVALID_TEXT;
        }
        if (isDate(mapping)) {
            return CommonFailure.INVALID_DATE;
        }
        if (mapping.getCause() instanceof StreamReadException syntax && !(syntax instanceof InputCoercionException)) {
            return String.valueOf(syntax.getOriginalMessage()).startsWith("Duplicate field") ? CommonFailure.DUPLICATE_KEY
                    : CommonFailure.INVALID_JSON;
        }
        return CommonFailure.WRONG_TYPE;
    }

    private static boolean isDate(JsonMappingException mapping) {
        return mapping instanceof InvalidFormatException format
                && Temporal.class.isAssignableFrom(format.getTargetType());
    }

    private static String messageOf(JsonMappingException mapping) {
        return switch (codeOf(mapping)) {
            case UNKNOWN_FIELD -> "This field is not known here.";
            case INVALID_TEXT -> mapping.getOriginalMessage();
            case INVALID_DATE ->
                "No such date, or not in the form YYYY-MM-DD; an instant is written like 2026-11-23T20:00:00Z.";
            case DUPLICATE_KEY -> "This member stands twice.";
            case INVALID_JSON -> "The JSON breaks off or is malformed" + place(mapping) + ".";
            default -> "The value is not of the type, or not in the list, that is taken here.";
        };
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : " near line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String syntaxPointer(JacksonException e) {
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static String pointer(JsonMappingException mapping) {
        JsonPointer pointer = JsonPointer.empty();
        for (var step : mapping.getPath()) {
            pointer = step.getFieldName() != null ? pointer.appendProperty(step.getFieldName())
                    : pointer.appendIndex(Math.max(step.getIndex(), 0));
        }
        return pointer.toString();
    }
}
