package org.harmregistry.reports.pdf;

/**
 * Writes isolates as embeddings: the formatter follows an edition of the bidirectional algorithm (UAX #9) from before isolates.
 * What runs the same way as the document needs neither.
 */
final class Embeddings {

    private static final char LEFT_TO_RIGHT = '\u202A';
    private static final char RIGHT_TO_LEFT = '\u202B';
    private static final char POP = '\u202C';
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final String text;
    private final boolean rightToLeft;
    private final StringBuilder written;
    private int at;

    private Embeddings(String text, boolean rightToLeft) {
        this.text = text;
        this.rightToLeft = rightToLeft;
        this.written = new StringBuilder(text.length());
    }

    static String of(String text, boolean rightToLeft) {
        Embeddings embeddings = new Embeddings(text, rightToLeft);
        while (embeddings.at < text.length()) {
            embeddings.write();
        }
        return embeddings.written.toString();
    }

    private void write() {
        char next = text.charAt(at++);
        if (next == POP_ISOLATE) {
            return;
        }
        if (next < LEFT_TO_RIGHT_ISOLATE || next > FIRST_STRONG_ISOLATE) {
            written.append(next);
            return;
        }
        boolean runsLeft = next == FIRST_STRONG_ISOLATE ? isRightToLeft(at) : next != LEFT_TO_RIGHT_ISOLATE;
        boolean needed = runsLeft != rightToLeft;
        written.append(needed ? runsLeft ? String.valueOf(RIGHT_TO_LEFT) : String.valueOf(LEFT_TO_RIGHT) : "");
        while (at < text.length() && text.charAt(at) != POP_ISOLATE) {
            write();
        }
        at++;
        written.append(needed ? String.valueOf(POP) : "");
    }

    /** The direction of the first strong character up to the end of the isolate; isolates within it have no say (rule P2). */
    private boolean isRightToLeft(int from) {
        int depth = 0;
        for (int i = from; i < text.length() && depth >= 0; i++) {
            char character = text.charAt(i);
            depth += character >= LEFT_TO_RIGHT_ISOLATE && character <= FIRST_STRONG_ISOLATE ? 1
                    : character == POP_ISOLATE ? -1 : 0;
            byte direction = Character.getDirectionality(character);
            if (depth == 0 && direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            if (depth == 0 && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)) {
                return true;
            }
        }
        return rightToLeft;
    }
}
