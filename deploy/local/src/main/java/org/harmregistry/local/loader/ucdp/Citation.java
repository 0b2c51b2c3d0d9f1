package org.harmregistry.local.loader.ucdp;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.harmregistry.local.loader.client.DerivedId;

/**
 * One citation of an event: who published what on which day.
 *
 * @param office the publisher, white space around it removed
 * @param datePrinted the date as printed, yyyy-mm-dd
 * @param headline white space unified
 * @param asPrinted the citation verbatim
 */
public record Citation(String office, String datePrinted, String headline, String asPrinted) {

    /** What UCDP's tables hold where the date is not known: the lowest date of the database they are kept in. */
    static final String PLACEHOLDER_DATE = "1753-01-01";

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\h]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /**
     * Splits a cell of {@code source_article}: citations in quotation marks, parted by {@code ";"} - the three characters,
     * since a semicolon alone occurs in headlines.
     */
    public static List<Citation> parse(String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
            throw new IllegalArgumentException("citations are not quoted: " + cell);
        }
        return Arrays.stream(cell.substring(1, cell.length() - 1).split(Pattern.quote("\";\""))).map(Citation::parseOne)
                .toList();
    }

    private static Citation parseOne(String printed) {
        String[] parts = printed.split(",", 3);
        if (parts.length < 3 || !DATE.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("a citation needs office, date and headline: " + printed);
        }
        LocalDate.parse(parts[1]);
        return new Citation(parts[0].strip(), parts[1], WHITE_SPACE.matcher(parts[2]).replaceAll(" ").strip(), printed);
    }

    /** The day of publication, or null where the file has only its placeholder. */
    public LocalDate publishedOn() {
        return datePrinted.equals(PLACEHOLDER_DATE) ? null : LocalDate.parse(datePrinted);
    }

    public boolean publishedBefore(LocalDate day) {
        return publishedOn() != null && publishedOn().isBefore(day);
    }

    /** The same for every citation of one source: same office, date and headline. */
    public String sourceKey() {
        return DerivedId.digest(office + "|" + datePrinted + "|" + headline);
    }
}
