package org.harmregistry.local.loader.ucdp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.harmregistry.local.loader.ucdp.GedEvent.Deaths;
import org.harmregistry.local.loader.ucdp.GedEvent.Side;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Reads the gzipped CSV of events. */
public final class GedFile {

    public static final String NAME = "ucdp-ged-syria/events_2016_2017.csv.gz";

    private GedFile() {
    }

    /** All events, in the order of the file; a row that cannot be read ends the reading, for the file is shipped as is. */
    public static List<GedEvent> read(InputStream gzipped) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new GZIPInputStream(gzipped), StandardCharsets.UTF_8)) {
            return rows.stream().map(GedFile::event).toList();
        }
    }

    private static GedEvent event(NamedCsvRecord row) {
        return new GedEvent(row.getField("id"), number(row, "type_of_violence"), row.getField("conflict_name"),
                row.getField("dyad_name"), new Side(row.getField("side_a_new_id"), row.getField("side_a")),
                new Side(row.getField("side_b_new_id"), row.getField("side_b")), number(row, "where_prec"),
                row.getField("where_coordinates"), row.getField("adm_1"), new BigDecimal(row.getField("latitude")),
                new BigDecimal(row.getField("longitude")), number(row, "date_prec"),
                LocalDate.parse(row.getField("date_start")), LocalDate.parse(row.getField("date_end")), deaths(row),
                Citation.parse(row.getField("source_article")));
    }

    private static Deaths deaths(NamedCsvRecord row) {
        return new Deaths(number(row, "deaths_a"), number(row, "deaths_b"), number(row, "deaths_civilians"),
                number(row, "deaths_unknown"), number(row, "low"), number(row, "best"), number(row, "high"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
