package org.harmregistry.reports.wording;

/** Keeps texts of the two directions apart (UAX #9). */
public final class Bidi {

    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Bidi() {
    }

    /** The text within isolates, if any of it could run against the sentence that it is set into. */
    public static String isolated(String text, boolean rightToLeft) {
        boolean runsAgainst = text.codePoints().anyMatch(character -> switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> rightToLeft;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> !rightToLeft;
            default -> isControl(character);
        });
        return runsAgainst ? FIRST_STRONG_ISOLATE + closed(text) + POP_ISOLATE : text;
    }

    /** True if a part of the text stands within isolates and more stands around it. */
    public static boolean keepsApart(String text) {
        int begin = text.indexOf(FIRST_STRONG_ISOLATE);
        return begin > 0 || begin == 0 && text.indexOf(POP_ISOLATE) < text.length() - 1;
    }

    /** An address, a code or a formula, which runs from the left whatever stands around it. */
    public static String leftToRight(String text) {
        return LEFT_TO_RIGHT_ISOLATE + withoutControls(text) + POP_ISOLATE;
    }

    /** The text without its own controls unless each ends within it: what a title opens must not reach the rest of the line. */
    private static String closed(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            open += character >= '\u2066' && character <= FIRST_STRONG_ISOLATE ? 1 : character == POP_ISOLATE ? -1 : 0;
            if (open < 0 || character >= '\u202A' && character <= '\u202E') {
                return withoutControls(text);
            }
        }
        return open == 0 ? text : withoutControls(text);
    }

    private static String withoutControls(String text) {
        return text.codePoints().filter(character -> !isControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Embeddings, overrides and isolates, and what ends them. */
    private static boolean isControl(int character) {
        return character >= '\u202A' && character <= '\u202E' || character >= '\u2066' && character <= '\u2069';
    }
}
