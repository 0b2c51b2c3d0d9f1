package org.harmregistry.reports.wording;

import java.util.stream.IntStream;

/** The characters that XML 1.0 has a place for (section 2.2); a title may hold others, such as U+0007. */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {
    }

    private static boolean isCharacter(int each) {
        return each == '\t' || each == '\n' || each == '\r' || each >= 0x20 && each <= 0xD7FF
                || each >= 0xE000 && each <= REPLACEMENT || each >= 0x10000;
    }

    /** The text without what may not stand in a document. */
    public static String without(String text) {
        return text.codePoints().allMatch(XmlText::isCharacter) ? text
                : text(text.codePoints().filter(XmlText::isCharacter));
    }

    /** The text with U+FFFD in place of what may not stand in a document. */
    public static String of(String text) {
        return text.codePoints().allMatch(XmlText::isCharacter) ? text
                : text(text.codePoints().map(each -> isCharacter(each) ? each : REPLACEMENT));
    }

    private static String text(IntStream characters) {
        return characters.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
