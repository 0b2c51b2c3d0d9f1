package org.harmregistry.local.loader.strikes;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.PublishedOn;
import org.harmregistry.local.loader.client.Wire.SourceRow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The strikes declared at one place in one month.
 *
 * @param key month, country and place
 * @param from first day of the month, or of the file
 * @param to last day of the month, or of the file
 * @param lastRelease day of the last release that is summed
 */
public record MonthlyStrikes(String key, String country, String place, LocalDate from, LocalDate to, LocalDate lastRelease,
        int strikes) {

    public static final String NAME = "centcom-oir-strikes/all_edited_refined.csv.gz";

    private static final String DATASET = "centcom-oir-strikes";
    private static final String ORIGIN = "https://github.com/kevinschaul/uscentcom-isil-airstrikes-scraper/blob/"
            + "fbfe0cf02f213e6e96be99ad81116727238e43dd/data/all_edited_refined.csv";
    private static final String OFFICE = "US Central Command";

    /** The sums of all lines, by month, country and place. */
    public static List<MonthlyStrikes> read(InputStream gzipped) throws IOException {
        List<StrikeLine> lines = StrikeLine.read(gzipped);
        LocalDate first = lines.stream().map(StrikeLine::date).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last = lines.stream().map(StrikeLine::date).max(Comparator.naturalOrder()).orElseThrow();
        Map<String, List<StrikeLine>> groups = new TreeMap<>();
        for (StrikeLine line : lines) {
            String key = YearMonth.from(line.date()) + "/" + line.country() + "/" + line.place();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
        }
        return groups.entrySet().stream().map(group -> sum(group.getKey(), group.getValue(), first, last)).toList();
    }

    private static MonthlyStrikes sum(String key, List<StrikeLine> lines, LocalDate first, LocalDate last) {
        StrikeLine any = lines.get(0);
        YearMonth month = YearMonth.from(any.date());
        LocalDate from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
        LocalDate to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
        return new MonthlyStrikes(key, any.country(), any.place(), from, to,
                lines.stream().map(StrikeLine::date).max(Comparator.naturalOrder()).orElseThrow(),
                lines.stream().mapToInt(StrikeLine::strikes).sum());
    }

    /** The denominator as a row of an import, but for its source's id. */
    public ObjectNode row() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("party", "coalition").put("kind", "strikes").put("type",
                "declared strike");
        row.putObject("count").put("min", strikes).put("max", strikes);
        row.putObject("period").put("from", from.toString()).put("to", to.toString());
        row.put("country", country).put("area", place).put("publishedOn", lastRelease.toString()).put("by", OFFICE)
                .put("notes", "Sum of lines of the daily releases. The data set lacks days; it is not all that was declared.");
        row.putObject("source").put("url", ORIGIN).put("kind", "official");
        row.putArray("externalIds").addObject().put("system", DATASET).put("id", key);
        return row;
    }

    /** The releases, as one source. */
    public static SourceRow source() {
        return new SourceRow(List.of(new ExternalId(DATASET, "all_edited_refined")), "statement",
                "Daily releases on strikes in Iraq and Syria, 19 December 2014 to 17 October 2016", ORIGIN, OFFICE,
                new PublishedOn("2016-10-17", "day", "19 December 2014 to 17 October 2016"), "en", "official_statement", null,
                DATASET, "MIT", "US Central Command; collected by Kevin Schaul (GitHub "
                        + "kevinschaul/uscentcom-isil-airstrikes-scraper)",
                "accepted", "public");
    }
}
