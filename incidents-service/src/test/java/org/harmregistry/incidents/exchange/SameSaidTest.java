package org.harmregistry.incidents.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class SameSaidTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "{\"a\":1} | {\"a\":1} | true",
            "{\"a\":1,\"b\":\"\"} | {\"a\":1} | true",
            "{\"a\":1,\"b\":{\"c\":null,\"d\":[]}} | {\"a\":1} | true",
            "{\"a\":[{\"b\":\"\"}]} | {\"a\":[{}]} | true",
            "{\"a\":1,\"b\":false} | {\"a\":1} | false",
            "{\"a\":1,\"b\":0} | {\"a\":1} | false",
            "{\"a\":[\"x\",\"\"]} | {\"a\":[\"x\"]} | false",
            "{\"a\":\" \"} | {} | false",
            "{\"a\":[1,2]} | {\"a\":[2,1]} | false" })
    void whatIsEmptySaysNothing(String one, String other, boolean same) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(SameSaid.of(mapper.readTree(one), mapper.readTree(other))).isEqualTo(same);
        assertThat(SameSaid.of(mapper.readTree(other), mapper.readTree(one))).isEqualTo(same);
    }
}
