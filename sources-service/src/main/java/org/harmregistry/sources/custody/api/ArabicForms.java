package org.harmregistry.sources.custody.api;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts Arabic letters into the forms that they take beside each other, as characters of the blocks of presentation forms: PDF
 * draws the characters it is given and joins nothing. Which form is which is read from the names in the Unicode data.
 */
final class ArabicForms {

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private static final char TATWEEL = '\u0640';
    private static final Map<String, Map<Form, Character>> FORMS = forms();

    private ArabicForms() {
    }

    private static Map<String, Map<Form, Character>> forms() {
        Map<String, Map<Form, Character>> forms = new HashMap<>();
        for (char character = '\uFB50'; character <= '\uFEFC'; character++) {
            String name = Character.getName(character);
            if (name != null && name.startsWith("ARABIC L") && name.endsWith(" FORM")) {
                String[] words = name.split(" ");
                String letters = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC);
                boolean known = letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == '\u0644'
                        && name.contains("LAM WITH ALEF");
                if (known) {
                    forms.computeIfAbsent(letters, key -> new HashMap<>()).putIfAbsent(Form.valueOf(words[words.length - 2]),
                            character);
                }
            }
        }
        return forms;
    }

    /** The text with its Arabic letters in their forms, still in the order in which it is read. */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String letters = lettersAt(text, i);
            Map<Form, Character> forms = FORMS.get(letters);
            if (forms == null) {
                joined.append(letters);
            } else {
                boolean before = joinsOn(neighbour(text, i, -1)) && forms.containsKey(Form.FINAL);
                boolean after = forms.containsKey(Form.INITIAL) && joins(neighbour(text, i + letters.length() - 1, 1));
                Form form = before ? after ? Form.MEDIAL : Form.FINAL : after ? Form.INITIAL : Form.ISOLATED;
                joined.append(forms.getOrDefault(form, letters.charAt(0)));
            }
            i += letters.length() - 1;
        }
        return joined.toString();
    }

    /** One character, or lam with the alef that it is written together with. */
    private static String lettersAt(String text, int index) {
        if (index + 2 <= text.length() && text.charAt(index) == '\u0644'
                && FORMS.containsKey(text.substring(index, index + 2))) {
            return text.substring(index, index + 2);
        }
        return text.substring(index, index + 1);
    }

    /** The nearest letter in that direction, beyond vowel signs; a space where there is none. */
    private static char neighbour(String text, int index, int direction) {
        for (int i = index + direction; i >= 0 && i < text.length(); i += direction) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    private static boolean joins(char letter) {
        return letter == TATWEEL || FORMS.getOrDefault(String.valueOf(letter), Map.of()).containsKey(Form.FINAL);
    }

    private static boolean joinsOn(char letter) {
        return letter == TATWEEL || FORMS.getOrDefault(String.valueOf(letter), Map.of()).containsKey(Form.INITIAL);
    }
}
