package org.harmregistry.sources.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The database shows of an interview in the past what the service shows of it today. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class PublicInterviewTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"heldOn\": \"2018-02-14\", \"place\": {\"name\": \"n\", \"country\": \"SY\", \"admin1\": \"SY11\"}, \"family\": \"FAM-1\", \"people\": 2, \"mode\": \"remote\", \"interpreter\": false}",
            "{\"heldOn\": \"2018-12-31\"}", "{\"place\": {\"name\": \"n\"}, \"people\": 1}",
            "{\"place\": {\"name\": \"n\"}, \"family\": \"F-1\"}",
            "{\"place\": {\"admin2\": \"SY1100\"}}", "{\"interviewerRole\": \"r\", \"language\": \"ar\"}" })
    void bothComputeTheSame(String interview) throws SQLException, JsonProcessingException {
        String content = "{\"kind\": \"interview\", \"title\": \"t\", \"texts\": [], \"externalIds\": [], \"sensitivity\": [], \"interview\": "
                + interview + "}";
        SourceContent everybody = JSON.readValue(content, SourceContent.class).forEverybody();

        try (Connection owner = PostgresResource.asOwner();
                PreparedStatement statement = owner.prepareStatement("select source_for_everybody(cast(? as jsonb))")) {
            statement.setString(1, content);
            ResultSet row = statement.executeQuery();
            row.next();
            assertThat(JSON.readTree(row.getString(1))).isEqualTo(JSON.valueToTree(everybody));
        }
    }
}
