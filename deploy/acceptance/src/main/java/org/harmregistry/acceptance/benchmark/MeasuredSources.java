package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** sources-service: who says what of an incident, and the files of it. */
final class MeasuredSources implements MeasuredService {

    private static final String CITATIONS = "/api/v1/citations";

    private final SyntheticSources sources = new SyntheticSources();

    @Override
    public String name() {
        return "sources";
    }

    /** As the suite starts it: many uploads at once must go through what little there is. */
    @Override
    public int heapMib() {
        return 256;
    }

    @Override
    public boolean needsArchive() {
        return true;
    }

    /** Not told of a neighbour, it leaves citations unverified. */
    @Override
    public Map<String, String> environment() {
        return Map.of("CUSTODY_KEY", "a-key-for-the-custody-of-the-benchmark", "CUSTODY_SIGNING_KEY", Stage.signingKey());
    }

    @Override
    public String row(long number, String externalId) {
        return sources.row(number, externalId);
    }

    @Override
    public CopiedTables tables() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("source", "id");
        keys.put("source_external_id", "source_id");
        keys.put("source_words", "source_id");
        keys.put("revision", "record_id");
        keys.put("change", "record_id");
        keys.put("custody_entry", "source_id");
        keys.put("custody_head", "source_id");
        return new CopiedTables("source", "cast(t.id as text)", keys, Map.of("external_id", "b.new_code"));
    }

    @Override
    public List<String> waiting() {
        return List.of("select count(*) from change where position is null", "select count(*) from source_to_compare",
                "select count(*) from attachment_examination where due_at is not null");
    }

    @Override
    public List<String> background() {
        return List.of("pg_try_advisory_xact_lock", "source_to_compare", "source_mark", "attachment_examination",
                "custody_round", "set checkpointed", "where not h.checkpointed", "fixity_check", "archive_walk",
                "sealing_claim");
    }

    @Override
    public void prepare(Stage stage) {
        // A source stands for itself.
    }

    @Override
    public void accompany(Stage stage, long from, long to) throws IOException, InterruptedException {
        List<String> rows = LongStream.range(from, to).boxed()
                .flatMap(number -> sources.citations(number, Register.externalId(number)).stream()).toList();
        Iterator<String> next = rows.iterator();
        Measurement step = new Import(stage, CITATIONS).run(0, rows.size(), any -> next.next());
        System.out.printf("  with %,d citations (%,.0f rows/s)%n", rows.size(), step.perSecond());
    }

    @Override
    public List<Operation> operations(Stage stage) throws IOException, SQLException {
        Operations operations = new Operations(stage);
        List<Request> pages = operations.pages(SyntheticIncidents.FIRST_DAY, SyntheticIncidents.DAYS);
        int many = Operations.MANY;
        return List.of(new Operation("read", "read by id", many, 96, operations.reads(pages), null, 0.30, 0.50),
                new Operation("page", "page of 50, all fields", many, 96, pages, null, 0.28, 0.45),
                new Operation("citations", "citations of an incident", many, 96, citations(stage, operations), null, 0.28,
                        0.45),
                new Operation("text", "full text, page of 50", many, 96, operations.texts(), null, 0.5, 0.8),
                new Operation("create", "create one, with revision, change and custody", many, 12, operations.creates(
                        number -> sources.body(number, "single-" + Request.NUMBER)), null, 0.35, 0.6));
    }

    private static List<Request> citations(Stage stage, Operations operations) throws SQLException {
        SplittableRandom random = new SplittableRandom(4);
        long incidents = SyntheticSources.incidentsOf(new Register(stage).records());
        return IntStream.range(0, Operations.VARIANTS)
                .mapToObj(i -> operations.get(CITATIONS + "?limit=50&incident="
                        + SyntheticSources.incident(random.nextLong(incidents))))
                .toList();
    }

    @Override
    public void measureMore(Stage stage, Register register, Options options, ResultTable table) throws Exception {
        new FileMeasurements(stage, register, options, table).run();
    }

    @Override
    public int mostLoadedMib() {
        return 400;
    }
}
