package org.harmregistry.kit.csv;

/**
 * The text of one cell. A spreadsheet runs a cell that begins with one of {@code = + - @}, a tab or a carriage return as
 * a formula; an apostrophe in front keeps it text. A text that begins with apostrophes and such a character gets one
 * more, so that taking one away always gives back what was there.
 */
final class CsvCell {

    static final String LINE_END = "\r\n";

    private CsvCell() {
    }

    /** Appends a text, guarded and in quotes where it needs to be. */
    static void appendText(StringBuilder line, String text) {
        boolean guarded = looksLikeFormula(text);
        boolean quoted = text.isEmpty() || needsQuotes(text);
        if (quoted) {
            line.append('"');
        }
        if (guarded) {
            line.append('\'');
        }
        if (quoted) {
            appendQuoted(line, text);
            line.append('"');
        } else {
            line.append(text);
        }
    }

    /** Appends what cannot be taken for a formula: a number, or JSON. */
    static void appendPlain(StringBuilder line, String value) {
        if (needsQuotes(value)) {
            line.append('"');
            appendQuoted(line, value);
            line.append('"');
        } else {
            line.append(value);
        }
    }

    /** The text that {@link #appendText} was given. */
    static String unguarded(String cell) {
        return cell.charAt(0) == '\'' && looksLikeFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean looksLikeFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && "=+-@\t\r".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.length() > 0 && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }

    private static void appendQuoted(StringBuilder line, String text) {
        int from = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
            line.append(text, from, quote + 1).append('"');
            from = quote + 1;
        }
        line.append(text, from, text.length());
    }
}
