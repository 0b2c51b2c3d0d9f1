package org.harmregistry.kit.json;

/** What makes a text unfit to be kept: half a surrogate pair has no UTF-8 form, and PostgreSQL keeps no U+0000. */
final class TextFlaw {

    private TextFlaw() {
    }

    /** The flaw of a text for people, or {@code null} if it has none. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return "The text holds the character U+0000.";
            }
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return "The text holds half a surrogate pair.";
            }
        }
        return null;
    }
}
