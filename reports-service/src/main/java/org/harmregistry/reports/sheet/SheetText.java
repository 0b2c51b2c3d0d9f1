package org.harmregistry.reports.sheet;

/** What a cell can hold: the characters of XML 1.0, and no more of them than spreadsheets take. */
final class SheetText {

    private static final int MOST = 32_767;

    private SheetText() {
    }

    static String of(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.codePoints().filter(SheetText::isInXml).forEach(held::appendCodePoint);
        if (held.length() <= MOST) {
            return held.toString();
        }
        int end = Character.isHighSurrogate(held.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return held.substring(0, end) + "…";
    }

    private static boolean isInXml(int character) {
        return character == '\t' || character == '\n' || character == '\r' || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }
}
