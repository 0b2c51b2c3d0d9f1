package org.harmregistry.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.wording.Bidi;
import org.harmregistry.reports.wording.Wording;

/**
 * How an edition is set on paper.
 *
 * @param document the edition
 * @param wording its language
 * @param pictureStyle style sheet of the pictures, trusted
 * @param outlines sets their words
 */
public record Paper(EditionDocument document, Wording wording, String pictureStyle, TextOutlines outlines) {

    private static final int LONG_WORD = 24;
    private static final Pattern LONG = Pattern.compile("[^\\s]{" + LONG_WORD + ",}");
    private static final char MAY_BREAK = '\u200B';

    public String writingMode() {
        return wording.isRightToLeft() ? "rl-tb" : "lr-tb";
    }

    /** Families in the order in which a letter is looked for. */
    public String fonts() {
        return wording.isRightToLeft() ? "Noto Naskh Arabic, Noto Sans" : "Noto Sans, Noto Naskh Arabic";
    }

    public String lineHeight() {
        return wording.isRightToLeft() ? "1.7" : "1.45";
    }

    public String address() {
        return "/api/v1/editions/" + document.id();
    }

    /** A text from data, kept apart from what stands around it. */
    public String bdi(String text) {
        return text == null ? "" : Bidi.isolated(text, wording.isRightToLeft());
    }

    /** A text from data that may break within its words, for narrow columns. */
    public String narrow(String text) {
        return text == null ? "" : bdi(text.replaceAll("([^\\s]{9})(?=[^\\s])", "$1" + MAY_BREAK));
    }

    /** The text of a cell; words that are too long for a column may break. */
    public String cell(String text) {
        return text == null ? ""
                : bdi(LONG.matcher(text).replaceAll(word -> Matcher.quoteReplacement(
                        word.group().replaceAll("(.{8})(?=.)", "$1" + MAY_BREAK))));
    }

    /** A digest or address, which may break anywhere and runs from the left. */
    public String code(String text) {
        StringBuilder broken = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            broken.append(text.charAt(i));
            if (text.length() > LONG_WORD && i % 4 == 3) {
                broken.append(MAY_BREAK);
            }
        }
        return wording.isRightToLeft() ? Bidi.leftToRight(broken.toString()) : broken.toString();
    }

    /** An address as the argument of {@code url('…')}. */
    public String url(String address) {
        return address.replace("'", "%27").replace("(", "%28").replace(")", "%29").replace(" ", "%20");
    }

    public String tableSize(Table table) {
        return table.wide() ? "5.8pt" : "8.5pt";
    }

    /** How wide the rows' headings are beside one other column: numbers need less room than what they are about. */
    public String headingWidth(Table table) {
        if (table.wide()) {
            return "1.4";
        }
        return table.columns().stream().anyMatch(Table.Column::numeric) ? "2" : "1";
    }

    /** A picture with its style in it; the page has none that reaches it. */
    public String styled(String svg) {
        int title = svg.indexOf("<title");
        return svg.substring(0, title) + "<style type=\"text/css\">" + pictureStyle + "</style>"
                + outlines.of(svg.substring(title), wording.isRightToLeft());
    }

    /** What a chart shows, as a table. */
    public Table data(Chart chart) {
        List<Table.Column> columns = new ArrayList<>(List.of(new Table.Column(chart.axis(), false)));
        chart.series().forEach(name -> columns.add(new Table.Column(name, true)));
        return new Table(chart.title(), columns, chart.points().stream().map(point -> new Table.Row(point.label(),
                point.values().stream().map(Chart.Value::text).toList(), null, false)).toList());
    }
}
