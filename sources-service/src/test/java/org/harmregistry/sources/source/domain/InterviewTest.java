package org.harmregistry.sources.source.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class InterviewTest {

    @Test
    void everybodySeesNothingByWhichPeopleWhoWereThereCouldBeTold() {
        Interview interview = new Interview(LocalDate.parse("2018-02-14"),
                new FieldPlace("A small village", "SY", "SY11", "SY1100"),
                "field researcher", "ar", true, "FAM-77", 2, InterviewMode.IN_PERSON);

        assertThat(interview.forEverybody()).isEqualTo(new Interview(LocalDate.parse("2018-02-01"),
                new FieldPlace(null, "SY", "SY11", "SY1100"), "field researcher", "ar", true, null, 2,
                InterviewMode.IN_PERSON));
    }

    @Test
    void whereNothingIsLeftThereIsNoPart() {
        assertThat(
                new Interview(null, new FieldPlace("A small village", null, null, null), null, null, null, "FAM-77", null, null)
                        .forEverybody())
                .isNull();
    }
}
