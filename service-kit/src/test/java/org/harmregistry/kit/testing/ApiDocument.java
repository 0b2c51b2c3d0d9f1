package org.harmregistry.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Holds the committed API document against the one that the service serves. */
public final class ApiDocument {

    private static final Path COMMITTED = Path.of("contract", "openapi.json");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private ApiDocument() {
    }

    /** Fails if they differ; with {@code -Dopenapi.update=true} the committed one is written anew instead. */
    public static void check(String name) {
        String served = given().accept("application/json").queryParam("format", "json").get("/api/v1/openapi/" + name)
                .then().statusCode(200).extract().asString();
        try {
            String text = sorted(served);
            if (Boolean.getBoolean("openapi.update")) {
                Files.createDirectories(COMMITTED.getParent());
                Files.writeString(COMMITTED, text);
            }
            assertThat(COMMITTED).as("the API document; mvn verify -Dopenapi.update=true writes it anew").exists();
            assertThat(text).isEqualTo(Files.readString(COMMITTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sorted(String json) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        return MAPPER.writer(printer).writeValueAsString(MAPPER.readValue(json, Object.class)) + "\n";
    }
}
