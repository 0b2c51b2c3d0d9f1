package org.harmregistry.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class CalendarDateTest {

    private record Day(LocalDate on) {
    }

    private final JsonReading reading = reading();

    private static JsonReading reading() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return new JsonReading(mapper);
    }

    @Test
    void takesADateInIsoForm() {
        Day day = reading.read("{\"on\":\"2016-02-29\"}".getBytes(StandardCharsets.UTF_8), Day.class);

        assertThat(day.on()).isEqualTo(LocalDate.of(2016, 2, 29));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "\"2017-02-29\";invalid_date", "\"2017-7-2\";invalid_date",
            "\"2017-07-02T00:00:00Z\";invalid_date", "\"\";invalid_date", "17349;wrong_type", "[2017,7,2];wrong_type" })
    void refusesEverythingElse(String value, String code) {
        byte[] body = ("{\"on\":" + value + "}").getBytes(StandardCharsets.UTF_8);

        Failure failure = catchThrowableOfType(Failure.class, () -> reading.read(body, Day.class));

        assertThat(failure.code().code()).isEqualTo(code);
        assertThat(failure.violations().get(0).pointer()).isEqualTo("/on");
    }
}
