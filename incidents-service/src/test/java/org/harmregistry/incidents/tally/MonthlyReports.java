package org.harmregistry.incidents.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The Coalition's monthly reports as they stand in the file, read without any code of the service. */
public final class MonthlyReports {

    /** One row: the month, the day of the report or nothing, and a number per column or nothing. */
    public record Row(String month, String publishedOn, List<Integer> numbers) {

        /** The row as a partner's program would send it; empty cells are left out. */
        public String asJson() {
            StringBuilder json = new StringBuilder("{\"kind\": \"monthly_report\", \"stance\": \"conceded\", \"month\": \"")
                    .append(month).append('"');
            if (!publishedOn.isEmpty()) {
                json.append(", \"publishedOn\": \"").append(publishedOn).append('"');
            }
            for (int i = 0; i < FIELDS.size(); i++) {
                if (numbers.get(i) != null) {
                    json.append(", \"").append(FIELDS.get(i)).append("\": ").append(numbers.get(i));
                }
            }
            return json.append('}').toString();
        }

        public Integer number(String field) {
            return numbers.get(FIELDS.indexOf(field));
        }
    }

    public static final List<String> FIELDS = List.of("carriedOver", "newReports", "completed", "credible", "nonCredible",
            "duplicate",
            "deathsInMonth", "injuredInMonth", "openAtEnd", "reopened", "strikesCumulative", "engagementsCumulative",
            "reportsCumulative", "credibleCumulative", "deathsCumulative");

    private MonthlyReports() {
    }

    public static List<Row> read() {
        try (var file = MonthlyReports.class.getResourceAsStream("/coalition-ledger/monthly.csv")) {
            List<Row> rows = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> rows.add(row(line)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No cell before the notes is quoted. */
    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 2; i < 2 + FIELDS.size(); i++) {
            numbers.add(cells[i].isEmpty() ? null : Integer.valueOf(cells[i]));
        }
        return new Row(cells[0], cells[1], numbers);
    }
}
