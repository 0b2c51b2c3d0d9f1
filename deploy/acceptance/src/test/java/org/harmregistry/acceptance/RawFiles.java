package org.harmregistry.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Counts in the raw file, with nothing of the loader or the services: what the registry says is held against this. */
final class RawFiles {

    private static final Path EVENTS = Path.of("../local/src/main/data/ucdp-ged-syria/events_2016_2017.csv.gz");
    private static final Pattern COALITION = Pattern.compile("coalition", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERIES = Pattern.compile("\\bC?S\\d{2,4}[A-Za-z]?\\b");

    /**
     * @param events number of events
     * @param civilians civilians killed in them, lowest count
     */
    record Sum(int events, int civilians) {
    }

    /**
     * One event.
     *
     * @param cell latitude and longitude of the middle of its square of 0.01 degrees
     * @param civilians civilians killed in it
     */
    record Event(String cell, int civilians) {
    }

    private final List<NamedCsvRecord> events;

    RawFiles() {
        try (InputStream raw = new GZIPInputStream(Files.newInputStream(EVENTS));
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(raw, StandardCharsets.UTF_8)) {
            events = new ArrayList<>(reader.stream().toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return events.size();
    }

    Sum raqqaWindow(Predicate<NamedCsvRecord> also) {
        return sum(inWindow().filter(also));
    }

    /** Events of the window in each week from Monday, 5 June 2017, to that of 16 October. */
    List<Integer> raqqaWeeks() {
        return Stream.iterate(LocalDate.of(2017, 6, 5), monday -> monday.getYear() == 2017 && monday.getDayOfYear() < 290,
                monday -> monday.plusDays(7)).map(
                        monday -> (int) inWindow().map(event -> LocalDate.parse(event
                                .getField("date_start").substring(0, 10)))
                                .filter(day -> !day.isBefore(monday) && day.isBefore(monday.plusDays(7))).count())
                .toList();
    }

    Event event(String id) {
        NamedCsvRecord event = events.stream().filter(row -> row.getField("id").equals(id)).findFirst().orElseThrow();
        return new Event(middle(event.getField("latitude")) + " " + middle(event.getField("longitude")),
                Integer.parseInt(event.getField("deaths_civilians")));
    }

    private static String middle(String degrees) {
        return degrees.replaceFirst("(\\.\\d{2})\\d*$", "$1") + "5";
    }

    private Stream<NamedCsvRecord> inWindow() {
        return events.stream().filter(event -> event.getField("adm_1").equals("Ar Raqqah Governorate"))
                .filter(event -> event.getField("date_start").compareTo("2017-06-06") >= 0)
                .filter(event -> event.getField("date_start").compareTo("2017-10-17") <= 0);
    }

    private static Sum sum(Stream<NamedCsvRecord> chosen) {
        List<NamedCsvRecord> list = chosen.toList();
        ToIntFunction<NamedCsvRecord> civilians = event -> Integer.parseInt(event.getField("deaths_civilians"));
        return new Sum(list.size(), list.stream().mapToInt(civilians).sum());
    }

    /** A headline names the Coalition and does not tell of a whole day's dead; the event is not one-sided. */
    static boolean byHeadline(NamedCsvRecord event) {
        return !event.getField("type_of_violence").equals("3") && citations(event)
                .map(citation -> citation.substring(citation.indexOf(',', citation.indexOf(',') + 1) + 1))
                .anyMatch(headline -> COALITION.matcher(headline).find() && !headline.contains("killed yesterday"));
    }

    /** The office Airwars is cited with a code of its series on the Coalition in Syria. */
    static boolean bySeries(NamedCsvRecord event) {
        return citations(event).anyMatch(citation -> citation.startsWith("Airwars,") && SERIES.matcher(citation).find());
    }

    private static Stream<String> citations(NamedCsvRecord event) {
        return Stream.of(event.getField("source_article").split("\";\"")).map(part -> part.replaceAll("^\"|\"$", ""));
    }
}
