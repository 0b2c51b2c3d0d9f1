package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.harmregistry.acceptance.benchmark.SyntheticIncidents.Town;

/** incidents-service: what happened, with its statistics and its exports. */
final class MeasuredIncidents implements MeasuredService {

    private static final String STATISTICS = "/api/v1/statistics?by=month,grading";
    private static final String AGGREGATE = """
            select to_char(occurred_from, 'YYYY-MM'), grading, count(*), count(*) filter (where killed_civilians_min > 0),
              sum(killed_civilians_min), sum(killed_civilians_max), count(*) filter (where killed_civilians_min is null),
              count(*) filter (where killed_civilians_max is null), sum(injured_civilians_min), sum(injured_civilians_max),
              count(*) filter (where injured_civilians_min is null), count(*) filter (where injured_civilians_max is null),
              count(*) filter (where lat is null)
            from incident group by 1, 2 order by 1, 2""";
    private static final int SLOW_READER = 10_000_000;
    private static final int SLOW_READER_SECONDS = 10;

    private final SyntheticIncidents incidents = new SyntheticIncidents();

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public int heapMib() {
        return 256;
    }

    @Override
    public boolean needsArchive() {
        return false;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SOURCES_URL", "http://127.0.0.1:9");
    }

    @Override
    public String row(long number, String externalId) {
        return incidents.row(number, externalId);
    }

    @Override
    public CopiedTables tables() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("incident", "id");
        keys.put("incident_party", "incident");
        keys.put("incident_external_id", "incident");
        keys.put("revision", "record_id");
        keys.put("change", "record_id");
        return new CopiedTables("incident", "t.code", keys, Map.of("code", "b.new_code", "value", "b.new_code || t.value"));
    }

    @Override
    public List<String> waiting() {
        return List.of("select count(*) from change where position is null", "select count(*) from incident_count_delta");
    }

    @Override
    public List<String> background() {
        return List.of("pg_try_advisory_xact_lock");
    }

    @Override
    public void prepare(Stage stage) throws IOException {
        String admin = stage.token("admin");
        for (String party : SyntheticIncidents.PARTIES) {
            String body = "{\"slug\":\"" + party + "\",\"name\":\"Synthetic " + party + "\",\"kind\":\"armed_group\"}";
            try {
                HttpConnection.ask(stage.servicePort(), Request.post("/api/v1/parties", admin, body), 0);
            } catch (HttpConnection.RefusedException e) {
                if (e.status() != 409 && e.status() != 412) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void accompany(Stage stage, long from, long to) {
        // An incident stands for itself.
    }

    @Override
    public List<Operation> operations(Stage stage) throws IOException {
        Operations operations = new Operations(stage);
        List<Request> pages = operations.pages(SyntheticIncidents.FIRST_DAY, SyntheticIncidents.DAYS);
        int many = Operations.MANY;
        return List.of(new Operation("read", "read by id", many, 96, operations.reads(pages), null, 0.30, 0.50),
                new Operation("page", "page of 50, all fields", many, 96, pages, null, 0.28, 0.45),
                new Operation("box", "box of 1° and a year, page of 50", many, 96, boxes(operations), null, 0.6, 0.9),
                new Operation("text", "full text, page of 50", many, 96, operations.texts(), null, 0.5, 0.8),
                new Operation("create", "create one, with revision and change", many, 8, operations.creates(
                        number -> incidents.body(number, "single-" + Request.NUMBER)), null, 0.35, 0.6),
                new Operation("statistics", "statistics by month and grading", Operations.FEW, 0,
                        List.of(operations.get(STATISTICS)), AGGREGATE, 0.15, 0.05));
    }

    private static List<Request> boxes(Operations operations) {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, Operations.VARIANTS).mapToObj(i -> {
            Town town = SyntheticIncidents.TOWNS.get(random.nextInt(SyntheticIncidents.TOWNS.size()));
            LocalDate from = SyntheticIncidents.FIRST_DAY.plusDays(random.nextInt(SyntheticIncidents.DAYS - 365));
            double lat = town.lat() + random.nextDouble() - 0.5;
            double lon = town.lon() + random.nextDouble() - 0.5;
            return operations.get(String.format(Locale.ROOT,
                    "/api/v1/incidents?limit=50&from=%s&to=%s&bbox=%.3f,%.3f,%.3f,%.3f", from, from.plusDays(364), lon - 0.5,
                    lat - 0.5, lon + 0.5, lat + 0.5));
        }).toList();
    }

    @Override
    public void measureMore(Stage stage, Register register, Options options, ResultTable table) throws Exception {
        if (options.wants("export")) {
            export(stage, options, table, new Export.Format("export CSV", "text/csv", "select * from incident",
                    " (format csv)", 2.5, 1.6));
            export(stage, options, table, new Export.Format("export GeoJSON", "application/geo+json",
                    "select json_build_object('type', 'Feature', 'geometry', json_build_object('type', 'Point', 'coordinates', "
                            + "json_build_array(lon, lat)), 'properties', " + documentColumn(register) + ") from incident",
                    "", 2, 1.6));
        }
    }

    /** The column of the incident table that holds its JSON. */
    private static String documentColumn(Register register) throws Exception {
        return register.number("select count(*) from information_schema.columns where table_name = 'incident'"
                + " and column_name = 'document'") > 0 ? "document" : "content";
    }

    private static void export(Stage stage, Options options, ResultTable table, Export.Format format) throws Exception {
        table.unlessMissing(format.title(), () -> {
            Export export = new Export(stage);
            export.run(format.mediaType(), 0, 2);
            List<Double> copied = new ArrayList<>();
            List<Export.Taken> taken = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                copied.add(new CopyLimit(stage).out(format.query(), format.copied()));
                taken.add(export.run(format.mediaType(), 0, 0));
            }
            double highest = taken.stream().mapToDouble(Export.Taken::grownMib).max().orElse(0);
            table.addExport(format, Measurement.middle(copied), new Export.Taken(Measurement.middle(taken.stream()
                    .map(Export.Taken::seconds).toList()), taken.get(0).bytes(), highest));
            table.addMemory(format.title() + " adds, slow reader",
                    export.run(format.mediaType(), SLOW_READER, SLOW_READER_SECONDS).grownMib(), 64);
        });
    }

    @Override
    public int mostLoadedMib() {
        return 450;
    }
}
