package org.harmregistry.kit.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class ValueChangesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{\"a\": 1}                     | {\"a\": 2}                      | /a 1 2",
            "{\"a\": {\"b\": 1, \"c\": 1}}  | {\"a\": {\"b\": 1, \"c\": 2}}   | /a/c 1 2",
            "{\"a\": [1, 2]}                | {\"a\": [1, 3]}                 | /a [1,2] [1,3]",
            "{}                             | {\"a\": {\"b\": \"x\"}}         | /a/b null \"x\"",
            "{\"a\": {\"b\": \"x\"}}        | {}                              | /a/b \"x\" null",
            "{\"a\": {\"b\": 1}}            | {\"a\": \"words\"}              | /a {\"b\":1} \"words\"",
            "{\"a/b\": {\"~\": 1}}          | {\"a/b\": {\"~\": 2}}           | /a~1b/~0 1 2",
            "{\"a\": null}                  | {\"a\": 1}                      | /a null 1",
    })
    void tellsTheOldAndTheNewValueAtItsPlace(String before, String after, String expected) throws JsonProcessingException {
        assertThat(ValueChanges.between(MAPPER.readTree(before), MAPPER.readTree(after)))
                .extracting(change -> change.pointer() + " " + change.before() + " " + change.after())
                .containsExactly(expected);
    }

    @Test
    void leavesOutWhatIsTheSameAndWhatEveryRevisionCounts() throws JsonProcessingException {
        assertThat(ValueChanges.between(MAPPER.readTree("{\"a\": 1, \"b\": null, \"version\": 1, \"updatedAt\": \"x\"}"),
                MAPPER.readTree("{\"a\": 1, \"version\": 2, \"updatedAt\": \"y\", \"c\": {}}"))).isEmpty();
    }

    @Test
    void tellsAllThatAFirstVersionSays() throws JsonProcessingException {
        assertThat(ValueChanges.between(null, MAPPER.readTree("{\"a\": 1, \"b\": {\"c\": [2]}}")))
                .extracting(change -> change.pointer() + " " + change.before() + " " + change.after())
                .containsExactly("/a null 1", "/b/c null [2]");
    }
}
