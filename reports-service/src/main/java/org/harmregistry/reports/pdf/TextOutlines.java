package org.harmregistry.reports.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.picture.ShortNumber;

/**
 * Sets the words of pictures as outlines: the formatter neither shapes nor reorders the text of pictures. Nothing is lost
 * to those who do not see them: a picture has its description, and its data stand below it as a table.
 */
@ApplicationScoped
public class TextOutlines {

    private static final Pattern TEXT = Pattern
            .compile("<text class=\"([a-z ]*)\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\">([^<]*)</text>");
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final float SIZE = 14;
    private static final float TICK = 12;

    private List<Font> regular;
    private List<Font> bold;

    /** The picture with each of its texts as a path in the same place. */
    String of(String svg, boolean rightToLeft) {
        Matcher texts = TEXT.matcher(svg);
        return texts.replaceAll(text -> Matcher.quoteReplacement(path(text.group(1), Double.parseDouble(text.group(2)),
                Double.parseDouble(text.group(3)), unescaped(text.group(4)), rightToLeft)));
    }

    private String path(String style, double x, double y, String text, boolean rightToLeft) {
        if (text.isBlank()) {
            return "";
        }
        List<String> styles = List.of(style.split(" "));
        TextLayout layout = layout(text, styles.contains("label"), styles.contains("tick") ? TICK : SIZE, rightToLeft);
        double start = rightToLeft ? layout.getAdvance() : 0;
        double shift = styles.contains("middle") ? layout.getAdvance() / 2
                : styles.contains("end") ? layout.getAdvance() - start : start;
        return "<path class=\"word" + (styles.contains("tick") ? " tick" : "") + "\" transform=\"translate("
                + number(x - shift) + " " + number(y) + ")\" d=\"" + data(layout.getOutline(null)) + "\"/>";
    }

    private TextLayout layout(String text, boolean heavy, float size, boolean rightToLeft) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        List<Font> fonts = fonts(heavy);
        for (int from = 0; from < text.length();) {
            int to = from + Character.charCount(text.codePointAt(from));
            int letter = text.codePointAt(from);
            Font font = fonts.stream().filter(other -> other.canDisplay(letter)).findFirst().orElse(fonts.get(0));
            attributed.addAttribute(TextAttribute.FONT, font.deriveFont(size), from, to);
            from = to;
        }
        return new TextLayout(attributed.getIterator(), EXACT);
    }

    private synchronized List<Font> fonts(boolean heavy) {
        if (regular == null) {
            regular = List.of(font("NotoNaskhArabic-Regular"), font("NotoSans-Regular"));
            bold = List.of(font("NotoNaskhArabic-Bold"), font("NotoSans-Bold"));
        }
        return heavy ? bold : regular;
    }

    private static Font font(String name) {
        try (InputStream file = TextOutlines.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String data(Shape outline) {
        StringBuilder data = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator at = outline.getPathIterator(null); !at.isDone(); at.next()) {
            int kind = at.currentSegment(points);
            data.append("MLQCZ".charAt(kind));
            int count = kind == PathIterator.SEG_CLOSE ? 0 : kind <= PathIterator.SEG_LINETO ? 2 : kind * 2;
            for (int i = 0; i < count; i++) {
                data.append(i == 0 ? "" : " ").append(number(points[i]));
            }
        }
        return data.toString();
    }

    private static String number(double value) {
        return ShortNumber.of(value, 2);
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
