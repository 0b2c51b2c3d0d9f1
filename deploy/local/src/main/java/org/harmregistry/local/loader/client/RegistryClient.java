package org.harmregistry.local.loader.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The two ways in which this program writes to the registry: one record under an id of its own, and an import. */
public final class RegistryClient {

    /** Absent means unknown in the registry, so null fields are left out. */
    public static final ObjectMapper JSON = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private final URI gateway;
    private final Tokens tokens;
    private final String organisation;
    private final Connection connection;

    /**
     * @param gateway base address, such as {@code http://127.0.0.1:8080}
     * @param organisation in whose name everything is sent
     */
    public RegistryClient(URI gateway, Tokens tokens, String organisation, Connection connection) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.organisation = organisation;
        this.connection = connection;
    }

    /**
     * Creates a record at its address: {@code PUT} with {@code If-None-Match: *}. A record that is there with the same body
     * answers 412 {@code already_created} and counts as unchanged; 412 {@code id_taken} means that the one there differs.
     *
     * @param path below {@code /api/v1}, with a leading slash
     */
    public RecordResult create(String path, String role, Object body) {
        HttpRequest request = request(path, role).header("Content-Type", "application/json").header("If-None-Match", "*")
                .PUT(BodyPublishers.ofByteArray(bytes(body))).build();
        HttpResponse<byte[]> response = connection.send(request, any -> true);
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (response.statusCode() == 201) {
            return new RecordResult(0, Result.CREATED, id, null);
        }
        Problem problem = problem(response);
        if (response.statusCode() == 412 && problem.code().equals("already_created")) {
            return new RecordResult(0, Result.UNCHANGED, id, null);
        }
        stopWhenUnwelcome(response.statusCode(), path, problem);
        return new RecordResult(0, Result.REFUSED, null, problem);
    }

    /**
     * Imports rows as NDJSON, created or brought up to date by their external ids, and gives a result for each, in order.
     * Rows whose answer was cut are sent again and then answer {@code unchanged}. The registry takes any length; callers send
     * some thousand at a time, so that a cut costs little and progress shows.
     *
     * @param path of the collection, such as {@code /incidents}
     * @param firstLine the line number of the first row, for messages
     */
    public List<RecordResult> importRows(String path, String role, List<?> rows, long firstLine) {
        HttpRequest request = request(path + "/import?mode=upsert", role).header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson").POST(BodyPublishers.ofByteArray(lines(rows))).build();
        HttpResponse<byte[]> response = connection.send(request,
                answer -> answer.statusCode() != 200 || results(answer.body(), firstLine).size() == rows.size());
        if (response.statusCode() != 200) {
            Problem problem = problem(response);
            stopWhenUnwelcome(response.statusCode(), path, problem);
            throw new CannotGoOn("the import into " + path + " was refused whole: " + problem.inOneLine(),
                    "this program and the registry do not fit together");
        }
        return results(response.body(), firstLine);
    }

    private HttpRequest.Builder request(String path, String role) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path)).header("Authorization",
                "Bearer " + tokens.bearer(role, organisation));
    }

    /** 401 and 403 would meet every further record alike. */
    private static void stopWhenUnwelcome(int status, String path, Problem problem) {
        if (status == 401 || status == 403) {
            throw new CannotGoOn(path + ": " + problem.inOneLine(), "check the tokens and their roles");
        }
    }

    /** Results in the order of the lines; an answer that was cut gives fewer than rows were sent. */
    private static List<RecordResult> results(byte[] body, long firstLine) {
        List<RecordResult> results = new ArrayList<>();
        try (MappingIterator<JsonNode> answers = JSON.readerFor(JsonNode.class).readValues(body)) {
            while (answers.hasNextValue()) {
                JsonNode answer = answers.nextValue();
                if (answer.path("line").asLong() != results.size() + 1) {
                    break;
                }
                results.add(result(answer, firstLine));
            }
        } catch (IOException cutWithinALine) {
            return results;
        }
        return results;
    }

    private static RecordResult result(JsonNode answer, long firstLine) {
        Result result = Result.valueOf(answer.path("result").asText().toUpperCase(Locale.ROOT));
        JsonNode id = answer.get("id");
        JsonNode problem = answer.get("problem");
        return new RecordResult(firstLine + answer.path("line").asLong() - 1, result, id == null ? null : id.asText(),
                problem == null || problem.isNull() ? null : Problem.of(problem.path("status").asInt(), problem));
    }

    private static Problem problem(HttpResponse<byte[]> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return Problem.of(response.statusCode(), body == null ? JSON.nullNode() : body);
        } catch (IOException notJson) {
            return Problem.of(response.statusCode(), JSON.nullNode());
        }
    }

    private static byte[] lines(List<?> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rows.forEach(row -> {
            lines.writeBytes(bytes(row));
            lines.write('\n');
        });
        return lines.toByteArray();
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
