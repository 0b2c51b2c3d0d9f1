package org.harmregistry.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.harmregistry.reports.document.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts are well-formed, say in words what they show, and draw lengths in proportion. */
class ChartDrawingTest {

    @ParameterizedTest
    @EnumSource(Chart.Form.class)
    void escapesAndDescribes(Chart.Form form) throws Exception {
        Document svg = parse(chart(form, "<script>alert(1)</script> & \"more\""));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<script>alert(1)</script> & \"more\"");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("What <it> shows");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    @Test
    void drawsBarsInProportionAndWordsWithoutLength() throws Exception {
        Document svg = parse(chart(Chart.Form.BARS, "Title"));
        double hundred = width(svg, "s0", 1);
        double fifty = width(svg, "s1", 1);
        assertThat(hundred / fifty).isBetween(1.99, 2.01);
        assertThat(width(svg, "s1 pale", 0) / fifty).isBetween(0.49, 0.51);
        assertThat(rects(svg, "open o0")).isEqualTo(1);
    }

    @Test
    void drawsColumnsInProportionAndPaleUpToTheUpperEnd() throws Exception {
        Document svg = parse(chart(Chart.Form.COLUMNS, "Title"));
        double hundred = size(svg, "s0", 1, "height");
        assertThat(hundred / size(svg, "s1", 1, "height")).isBetween(1.99, 2.01);
        assertThat(hundred / size(svg, "s1 pale", 0, "height")).isBetween(3.98, 4.02);
        assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "1,1", "3,4", "7,8", "10,10", "11,20", "603,800", "1001,2000", "99999,100000" })
    void axesEndAtRoundNumbers(long largest, long end) {
        assertThat(ChartDrawing.ceiling(largest)).isEqualTo(end);
    }

    private static Chart chart(Chart.Form form, String title) {
        return new Chart("a.key", form, title, "What <it> shows", "Day", List.of("One & only", "Other"), List.of(
                new Chart.Point("First", List.of(new Chart.Value(100L, 100L, "100"), new Chart.Value(50L, 75L, "50 to 75"))),
                new Chart.Point("Second", List.of(new Chart.Value(null, null, "“hundreds”"), Chart.Value.NONE))));
    }

    private static double width(Document svg, String style, int which) {
        return size(svg, style, which, "width");
    }

    private static double size(Document svg, String style, int which, String side) {
        int seen = 0;
        for (int i = 0; i < svg.getElementsByTagName("rect").getLength(); i++) {
            Element rect = (Element) svg.getElementsByTagName("rect").item(i);
            if (rect.getAttribute("class").equals(style) && seen++ == which) {
                return Double.parseDouble(rect.getAttribute(side));
            }
        }
        throw new AssertionError("no " + style);
    }

    private static int rects(Document svg, String style) {
        int seen = 0;
        for (int i = 0; i < svg.getElementsByTagName("rect").getLength(); i++) {
            seen += ((Element) svg.getElementsByTagName("rect").item(i)).getAttribute("class").equals(style) ? 1 : 0;
        }
        return seen;
    }

    private static Document parse(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(ChartDrawing.svg(chart, false).getBytes(StandardCharsets.UTF_8)));
    }
}
