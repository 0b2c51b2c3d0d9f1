package org.harmregistry.reports.wording;

/** The characters that XML 1.0 has a place for (section 2.2); a title may hold others, such as U+0007. */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {
    }

    /** True if the code point may stand in a document. */
    public static boolean isCharacter(int each) {
        return each == '\t' || each == '\n' || each == '\r' || each >= 0x20 && each <= 0xD7FF
                || each >= 0xE000 && each <= REPLACEMENT || each >= 0x10000;
    }

    /** The text with U+FFFD in place of what may not stand in a document. */
    public static String of(String text) {
        return text.codePoints().allMatch(XmlText::isCharacter) ? text
                : text.codePoints().map(each -> isCharacter(each) ? each : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
