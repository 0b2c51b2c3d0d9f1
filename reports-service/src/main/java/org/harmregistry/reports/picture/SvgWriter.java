package org.harmregistry.reports.picture;

import java.util.List;

/**
 * Writes SVG as text; everything that comes from data is escaped here and nowhere else. A picture that is read from the
 * right is the same one in a mirror, but for its letters.
 */
final class SvgWriter {

    private final StringBuilder svg = new StringBuilder(4096);
    private final boolean mirrored;
    private final int width;

    SvgWriter(boolean rightToLeft, String style, String id, String title, String description, int width, int height) {
        this(rightToLeft, rightToLeft, style, id, title, description, width, height);
    }

    /** A picture of something that has a left and a right of its own; only its words run to the left. */
    static SvgWriter unmirrored(boolean rightToLeft, String style, String id, String title, String description, int width,
            int height) {
        return new SvgWriter(false, rightToLeft, style, id, title, description, width, height);
    }

    private SvgWriter(boolean mirrored, boolean rightToLeft, String style, String id, String title, String description,
            int width, int height) {
        this.mirrored = mirrored;
        this.width = width;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").append(style).append("\" viewBox=\"0 0 ").append(width)
                .append(' ').append(height)
                .append("\" width=\"").append(width).append("\" height=\"").append(height)
                .append(rightToLeft ? "\" direction=\"rtl" : "").append("\" role=\"img\" aria-labelledby=\"").append(id)
                .append("-title ").append(id)
                .append("-desc\"><title id=\"").append(id).append("-title\">").append(escaped(title))
                .append("</title><desc id=\"").append(id).append("-desc\">").append(escaped(description)).append("</desc>");
    }

    SvgWriter rect(String style, double x, double y, double width, double height) {
        svg.append("<rect class=\"").append(style).append("\" x=\"").append(number(mirrored ? this.width - x - width : x))
                .append("\" y=\"").append(number(y))
                .append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height)).append("\"/>");
        return this;
    }

    SvgWriter line(String style, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"").append(style).append("\" x1=\"").append(at(x1)).append("\" y1=\"").append(number(y1))
                .append("\" x2=\"").append(at(x2)).append("\" y2=\"").append(number(y2)).append("\"/>");
        return this;
    }

    /** An area within rings, each a list of points; what lies within two of them lies outside. */
    SvgWriter area(String style, List<List<double[]>> rings) {
        if (rings.isEmpty()) {
            return this;
        }
        svg.append("<path class=\"").append(style).append("\" fill-rule=\"evenodd\" d=\"");
        for (List<double[]> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                svg.append(i == 0 ? 'M' : 'L').append(at(ring.get(i)[0])).append(' ').append(number(ring.get(i)[1]));
            }
            svg.append('Z');
        }
        svg.append("\"/>");
        return this;
    }

    SvgWriter dot(String style, double x, double y, double radius) {
        svg.append("<circle class=\"").append(style).append("\" cx=\"").append(at(x)).append("\" cy=\"").append(number(y))
                .append("\" r=\"").append(number(radius)).append("\"/>");
        return this;
    }

    SvgWriter text(String style, double x, double y, String text) {
        svg.append("<text class=\"").append(style).append("\" x=\"").append(at(x)).append("\" y=\"").append(number(y))
                .append("\">").append(escaped(text)).append("</text>");
        return this;
    }

    String end() {
        return svg.append("</svg>").toString();
    }

    private String at(double x) {
        return number(mirrored ? width - x : x);
    }

    private static String number(double value) {
        return ShortNumber.of(value, 1);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
