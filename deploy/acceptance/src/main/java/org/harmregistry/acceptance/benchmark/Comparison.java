package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Measures one operation: in each round PostgreSQL alone, then the service. */
final class Comparison {

    /** The first operation warms the service up for as long as the published measurements of peers did. */
    private static final double FIRST_WARM_UP_SECONDS = 30;
    /** How long an operation is at least asked for before it is measured, if the service did nothing before. */
    static final long FIRST_WARM_UP_NANOS = (long) (FIRST_WARM_UP_SECONDS * 1e9);
    private static final double WARM_UP_SECONDS = 8;

    private final Stage stage;
    private final Pgbench pgbench;
    private final StatementLog log;
    private final AtomicLong numbers;
    private boolean warm;
    private final ObjectMapper mapper = new ObjectMapper();

    Comparison(Stage stage, AtomicLong numbers) {
        this.stage = stage;
        this.pgbench = new Pgbench(stage);
        this.log = new StatementLog(stage);
        this.numbers = numbers;
    }

    /**
     * Both sides of one operation.
     *
     * @param database PostgreSQL alone
     * @param service the service with PostgreSQL
     */
    record Sides(Measurement database, Measurement service) {
    }

    /** @throws HttpConnection.RefusedException if the service does not offer it */
    Sides measure(Operation operation, int rounds, int seconds) throws Exception {
        // First, so that what is listened to is not what a cold disk makes the service give up.
        load(operation).run(warm ? WARM_UP_SECONDS : FIRST_WARM_UP_SECONDS);
        warm = true;
        List<PgbenchScript> scripts = scripts(operation);
        List<Measurement> database = new ArrayList<>();
        List<Measurement> service = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            database.add(pgbench.run(scripts, operation.connections(), seconds));
            service.add(service(operation, seconds));
        }
        return new Sides(Measurement.median(database), Measurement.median(service));
    }

    private HttpLoad load(Operation operation) {
        return new HttpLoad(stage.servicePort(), operation.connections(), operation.requests(), numbers);
    }

    private Measurement service(Operation operation, int seconds) throws InterruptedException {
        double serviceBefore = Consumption.cpu(stage.servicePid());
        double databaseBefore = Consumption.cpuWithChildren(stage.postgresPid());
        long begun = System.nanoTime();
        HttpLoad.Answers answers = load(operation).run(seconds);
        double took = (System.nanoTime() - begun) / 1e9;
        int count = Math.max(1, answers.nanos().length);
        return new Measurement(answers.nanos().length / took, Pgbench.at(answers.nanos(), 0.5) / 1e6,
                Pgbench.at(answers.nanos(), 0.99) / 1e6, (Consumption.cpu(stage.servicePid()) - serviceBefore) * 1000 / count,
                (Consumption.cpuWithChildren(stage.postgresPid()) - databaseBefore) * 1000 / count, answers.failed());
    }

    private List<PgbenchScript> scripts(Operation operation) throws Exception {
        try (Connection connection = stage.administrator()) {
            if (operation.bareSql() != null) {
                HttpConnection.ask(stage.servicePort(), operation.requests().get(0), 0);
                PgbenchScript script = new PgbenchScript("v", List.of());
                script.add(connection, new Statement(operation.bareSql(), List.of()));
                return List.of(script);
            }
            List<PgbenchScript> scripts = new ArrayList<>();
            for (int i = 0; i < operation.listened(); i++) {
                Request request = operation.requests().get(i * operation.requests().size() / operation.listened());
                scripts.add(script(connection, request, i));
            }
            return scripts;
        }
    }

    private PgbenchScript script(Connection connection, Request request, int index) throws Exception {
        AtomicReference<String> answer = new AtomicReference<>();
        AtomicLong number = new AtomicLong();
        List<Statement> statements = log.of(() -> {
            number.set(numbers.incrementAndGet());
            answer.set(HttpConnection.ask(stage.servicePort(), request, number.get()));
            return null;
        });
        PgbenchScript script = new PgbenchScript("v" + index, request.isNumbered() ? unique(answer.get(), number.get())
                : List.of());
        for (Statement statement : statements) {
            script.add(connection, statement);
        }
        return script;
    }

    /** What a new record has for itself: the number it was sent with, its code if it has one, and the last part of its id. */
    private List<String> unique(String answer, long number) throws IOException {
        JsonNode made = mapper.readTree(answer);
        String id = made.path("id").asText();
        return Stream.of(Request.digits(number), made.path("code").asText(), id.substring(id.length() - 12))
                .filter(part -> !part.isEmpty()).toList();
    }
}
