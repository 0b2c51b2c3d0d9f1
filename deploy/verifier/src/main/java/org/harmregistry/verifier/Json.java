package org.harmregistry.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) strictly: a member named twice, a depth beyond 64 or anything behind the end is refused. Objects become
 * maps, arrays lists, numbers their own text in a {@link Number}, {@code null} is {@link #NULL}.
 */
final class Json {

    static final Object NULL = new Object();

    /** @param text the number as it is written */
    record Number(String text) {
    }

    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Map<String, Object> object(byte[] bytes, String name) throws NotSoundException {
        if (new Json(Utf8.text(bytes, name)).whole(name) instanceof Map<?, ?> object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.forEach((key, value) -> members.put((String) key, value));
            return members;
        }
        throw new NotSoundException(name + " holds no JSON object");
    }

    /** The text of a member. */
    static String text(Map<String, Object> object, String member) throws NotSoundException {
        if (object.get(member) instanceof String found) {
            return found;
        }
        throw new NotSoundException("the member " + member + " is missing or is no text");
    }

    /** The objects in an array. */
    static List<Map<?, ?>> objects(Map<String, Object> object, String member) throws NotSoundException {
        List<Map<?, ?>> found = new ArrayList<>();
        if (object.get(member) instanceof List<?> items) {
            for (Object item : items) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new NotSoundException("the member " + member + " holds something else than objects");
                }
                found.add(map);
            }
            return found;
        }
        throw new NotSoundException("the member " + member + " is missing or is no array");
    }

    private Object whole(String name) throws NotSoundException {
        try {
            Object value = value(0);
            space();
            if (at != text.length()) {
                throw new NotSoundException("more behind the end");
            }
            return value;
        } catch (NotSoundException | StringIndexOutOfBoundsException | NumberFormatException e) {
            throw new NotSoundException(name + " is not sound JSON, at character " + at);
        }
    }

    private Object value(int depth) throws NotSoundException {
        if (depth > DEEPEST) {
            throw new NotSoundException("too deep");
        }
        space();
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws NotSoundException {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (text.charAt(at) == '}') {
            at++;
            return members;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new NotSoundException("a member twice");
            }
            space();
        } while (goesOn('}'));
        return members;
    }

    private List<Object> array(int depth) throws NotSoundException {
        List<Object> items = new ArrayList<>();
        at++;
        space();
        if (text.charAt(at) == ']') {
            at++;
            return items;
        }
        do {
            items.add(value(depth + 1));
            space();
        } while (goesOn(']'));
        return items;
    }

    private boolean goesOn(char end) throws NotSoundException {
        char next = text.charAt(at++);
        if (next != ',' && next != end) {
            throw new NotSoundException("neither a comma nor the end");
        }
        return next == ',';
    }

    private String string() throws NotSoundException {
        expect('"');
        StringBuilder read = new StringBuilder();
        for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
            if (next < ' ') {
                throw new NotSoundException("a control character");
            }
            read.append(next == '\\' ? escaped() : next);
        }
        return read.toString();
    }

    private char escaped() throws NotSoundException {
        char kind = text.charAt(at++);
        if (kind == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "\"\\/bfnrt".indexOf(kind);
        if (known < 0) {
            throw new NotSoundException("an unknown escape");
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private Number number() throws NotSoundException {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String found = text.substring(from, at);
        if (!found.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw new NotSoundException("no value");
        }
        return new Number(found);
    }

    private Object word(String word, Object meaning) throws NotSoundException {
        if (!text.startsWith(word, at)) {
            throw new NotSoundException("no value");
        }
        at += word.length();
        return meaning;
    }

    private void expect(char wanted) throws NotSoundException {
        if (text.charAt(at++) != wanted) {
            throw new NotSoundException("expected " + wanted);
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
