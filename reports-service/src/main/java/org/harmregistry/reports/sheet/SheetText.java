package org.harmregistry.reports.sheet;

import org.harmregistry.reports.wording.XmlText;

/** What a cell can hold: the characters of XML 1.0, and no more of them than spreadsheets take. */
final class SheetText {

    private static final int MOST = 32_767;

    private SheetText() {
    }

    static String of(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isCharacter).forEach(held::appendCodePoint);
        if (held.length() <= MOST) {
            return held.toString();
        }
        int end = Character.isHighSurrogate(held.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return held.substring(0, end) + "…";
    }
}
