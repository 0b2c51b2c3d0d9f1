package org.harmregistry.sources.custody.api;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets of A4 that are written from top to bottom, in Latin, Greek, Cyrillic and Arabic letters. */
final class Paper implements AutoCloseable {

    private static final float MARGIN = 50;
    private static final float LEADING = 1.4f;
    private static final int MOST_CHARACTERS = 4_000;

    private final PDDocument document;
    private final List<PDFont> fonts;
    private final Map<Integer, PDFont> fontOf = new HashMap<>();
    private PDPageContentStream page;
    private float y;

    private record Glyphs(PDFont font, String text) {
    }

    Paper(PDDocument document) throws IOException {
        this.document = document;
        this.fonts = List.of(font("NotoSans-Regular.ttf"), font("NotoNaskhArabic-Regular.ttf"));
    }

    private PDFont font(String name) throws IOException {
        try (InputStream file = Paper.class.getResourceAsStream(name)) {
            return PDType0Font.load(document, file, true);
        }
    }

    /** Writes a paragraph; what no font has is written as a question mark. */
    void write(String text, float size, float indent) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
        String shown = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + " …" : text;
        for (String line : wrapped(ArabicForms.joined(shown.replaceAll("\\s+", " ")), size, width)) {
            advance(size * LEADING);
            float x = MARGIN + indent;
            for (Glyphs glyphs : visual(line)) {
                page.beginText();
                page.setFont(glyphs.font(), size);
                page.newLineAtOffset(x, y);
                page.showText(glyphs.text());
                page.endText();
                x += widthOf(glyphs, size);
            }
        }
    }

    /** Leaves room. */
    void space(float height) throws IOException {
        advance(height);
    }

    private void advance(float height) throws IOException {
        if (page == null || y - height < MARGIN) {
            close();
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            page = new PDPageContentStream(document, sheet);
            y = PDRectangle.A4.getHeight() - MARGIN;
        }
        y -= height;
    }

    /** Breaks at spaces, and within a word only where it is longer than a line. */
    private List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int space = -1;
            int to = from;
            float used = 0;
            while (to < text.length()) {
                int character = text.codePointAt(to);
                used += widthOf(glyphs(character), size);
                if (used > width && to > from) {
                    break;
                }
                space = character == ' ' ? to : space;
                to += Character.charCount(character);
            }
            int end = to < text.length() && space > from ? space : to;
            lines.add(text.substring(from, end));
            from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
        return lines;
    }

    /** The glyphs of a line from left to right. */
    private List<Glyphs> visual(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] runs = new String[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        List<Glyphs> glyphs = new ArrayList<>();
        String.join("", runs).codePoints().mapToObj(this::glyphs).forEach(next -> {
            Glyphs last = glyphs.isEmpty() ? null : glyphs.get(glyphs.size() - 1);
            if (last != null && last.font() == next.font()) {
                glyphs.set(glyphs.size() - 1, new Glyphs(last.font(), last.text() + next.text()));
            } else {
                glyphs.add(next);
            }
        });
        return glyphs;
    }

    private Glyphs glyphs(int character) {
        String text = Character.toString(character);
        PDFont font = fontOf.computeIfAbsent(character, key -> fonts.stream().filter(each -> has(each, text)).findFirst()
                .orElse(fonts.get(0)));
        return has(font, text) ? new Glyphs(font, text) : new Glyphs(fonts.get(0), "?");
    }

    private static boolean has(PDFont font, String text) {
        try {
            return font.encode(text).length > 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    private static float widthOf(Glyphs glyphs, float size) throws IOException {
        return glyphs.font().getStringWidth(glyphs.text()) / 1_000 * size;
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
