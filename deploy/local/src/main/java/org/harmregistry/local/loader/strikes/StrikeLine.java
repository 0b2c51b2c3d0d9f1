package org.harmregistry.local.loader.strikes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A line of a daily release.
 *
 * @param date the release's date
 * @param country two letters of ISO 3166-1
 * @param place as the file spells it
 * @param strikes number of strikes
 */
record StrikeLine(LocalDate date, String country, String place, int strikes) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    /** All lines; one that cannot be read ends the reading, for the file is shipped as is. */
    static List<StrikeLine> read(InputStream gzipped) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new GZIPInputStream(gzipped), StandardCharsets.UTF_8)) {
            return rows.stream().map(StrikeLine::of).toList();
        }
    }

    private static StrikeLine of(NamedCsvRecord row) {
        return new StrikeLine(LocalDate.parse(row.getField("date"), DATE), country(row.getField("country")),
                row.getField("location").strip(), Integer.parseInt(row.getField("number")));
    }

    private static String country(String stated) {
        return switch (stated) {
            case "Syria" -> "SY";
            case "Iraq", "Tikrit, Iraq" -> "IQ";
            default -> throw new IllegalArgumentException("no country: " + stated);
        };
    }
}
