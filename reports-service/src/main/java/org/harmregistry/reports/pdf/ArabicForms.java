package org.harmregistry.reports.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes Arabic letters in the forms that they take beside each other (the presentation forms of Unicode). The formatter can
 * choose these forms from a font's own tables, but then forgets which letters they stand for, and nobody could search the file,
 * copy from it or have it read aloud; readers take each of these forms for its letter (NFKC).
 */
final class ArabicForms {

    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    /** Letters with the ligature that they make with lam before them; its final form follows it. */
    private static final Map<Character, Character> AFTER_LAM = Map.of('\u0622', '\uFEF5', '\u0623', '\uFEF7', '\u0625',
            '\uFEF9',
            '\u0627', '\uFEFB');
    /** Elements that are read by programs and never set. */
    private static final Set<String> UNSET = Set.of("fo:bookmark-title", "rdf:li", "dc:creator", "dc:language");
    private static final Map<Character, String> FORMS = forms();

    private ArabicForms() {
    }

    /**
     * In these blocks the forms of a letter follow each other: isolated, final and, where it joins both ways, initial, medial.
     */
    private static Map<Character, String> forms() {
        Map<Character, String> forms = new HashMap<>();
        for (int[] block : new int[][] { { 0xFB50, 0xFBB1 }, { 0xFBD3, 0xFBE7 }, { 0xFBFC, 0xFBFF }, { 0xFE80, 0xFEF4 } }) {
            for (char form = (char) block[0]; form <= block[1]; form++) {
                String letter = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
                if (letter.length() == 1) {
                    forms.merge(letter.charAt(0), String.valueOf(form), String::concat);
                }
            }
        }
        return forms;
    }

    /** The texts of a document of formatting objects in their forms; its tags, and what programs read, stay as they are. */
    static String inObjects(String objects) {
        StringBuilder written = new StringBuilder(objects.length());
        String element = "";
        for (int at = 0; at < objects.length();) {
            int tag = objects.indexOf('<', at);
            String text = objects.substring(at, tag < 0 ? objects.length() : tag);
            written.append(UNSET.contains(element) ? text : of(text));
            if (tag < 0) {
                break;
            }
            int end = objects.indexOf('>', tag) + 1;
            written.append(objects, tag, end);
            element = objects.substring(tag + 1, end - 1).split("[\\s/]", 2)[0];
            at = end;
        }
        return written.toString();
    }

    static String of(String text) {
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            String forms = FORMS.get(letter);
            int next = neighbour(text, i, 1);
            boolean before = joinsOn(text, neighbour(text, i, -1));
            if (forms == null) {
                written.append(letter);
            } else if (letter == LAM && next == i + 1 && AFTER_LAM.containsKey(text.charAt(next))) {
                written.append((char) (AFTER_LAM.get(text.charAt(next)) + (before ? FINAL : ISOLATED)));
                i++;
            } else {
                boolean after = forms.length() > MEDIAL && next >= 0 && joinsBack(text.charAt(next));
                before &= forms.length() > FINAL;
                written.append(forms.charAt(before ? after ? MEDIAL : FINAL : after ? INITIAL : ISOLATED));
            }
        }
        return written.toString();
    }

    /** The place of the next letter in a direction, past the marks that stand above and below letters; -1 if there is none. */
    private static int neighbour(String text, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at += step;
        }
        return at < text.length() ? at : -1;
    }

    private static boolean joinsOn(String text, int at) {
        if (at < 0) {
            return false;
        }
        char letter = text.charAt(at);
        boolean swallowed = AFTER_LAM.containsKey(letter) && at > 0 && text.charAt(at - 1) == LAM;
        return letter == TATWEEL || !swallowed && FORMS.getOrDefault(letter, "").length() > MEDIAL;
    }

    private static boolean joinsBack(char letter) {
        return letter == TATWEEL || FORMS.getOrDefault(letter, "").length() > FINAL;
    }
}
