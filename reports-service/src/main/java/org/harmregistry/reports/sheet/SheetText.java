package org.harmregistry.reports.sheet;

import org.harmregistry.reports.wording.XmlText;

/** What a cell can hold: the characters of XML 1.0, and no more of them than spreadsheets take. */
final class SheetText {

    private static final int MOST = 32_767;

    private SheetText() {
    }

    static String of(String text) {
        String held = XmlText.without(text);
        if (held.length() <= MOST) {
            return held;
        }
        int end = Character.isHighSurrogate(held.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return held.substring(0, end) + "…";
    }
}
